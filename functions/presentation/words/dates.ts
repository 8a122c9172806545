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
