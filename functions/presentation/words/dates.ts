/** Lists the parts of a year, of a month and of a day. */
const parts: readonly Intl.DateTimeFormatOptions[] = [
  {},
  { month: "short" },
  { month: "short", day: "numeric" },
];

/** To make a format takes far longer than to use it. */
const formats = parts.map(
  (part) => new Intl.DateTimeFormat("en-GB", { ...part, year: "numeric", timeZone: "UTC" }),
);

/**
 * Returns `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. The month is a word, so that nobody
 * confuses it with the day.
 */
export function dateText(isoDate: string): string {
  return formats[isoDate.split("-").length - 1]?.format(new Date(isoDate)) ?? isoDate;
}
