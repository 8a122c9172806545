/**
 * Returns `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. The month is a word, so that nobody
 * confuses it with the day.
 */
export function dateText(isoDate: string): string {
  const [, month, day] = isoDate.split("-");
  const format = new Intl.DateTimeFormat("en-GB", {
    ...(day && { day: "numeric" }),
    ...(month && { month: "short" }),
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(isoDate));
}
