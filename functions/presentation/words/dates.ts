const formatOf = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...parts, year: "numeric", timeZone: "UTC" });

/** Formats of a year, of a month and of a day. To make a format takes far longer than to use it. */
const formats = [
  formatOf({}),
  formatOf({ month: "short" }),
  formatOf({ month: "short", day: "numeric" }),
];

/**
 * Returns `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. The month is a word, so that nobody
 * confuses it with the day.
 */
export function dateText(isoDate: string): string {
  const format = formats[isoDate.split("-").length - 1];
  return format ? format.format(new Date(isoDate)) : isoDate;
}
