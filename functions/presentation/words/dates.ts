const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `20 Nov 2026`. The month is a word, never confused with the day. */
export function dateText(isoDate: string): string {
  return format.format(new Date(isoDate));
}

const month = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `2023`, `Feb 2023` or `11 Feb 2023`: only the known parts. */
export function partialDateText(isoDate: string): string {
  if (isoDate.length === "2023".length) return isoDate;
  return isoDate.length === "2023-02".length ? month.format(new Date(isoDate)) : dateText(isoDate);
}
