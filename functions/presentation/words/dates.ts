/** Dates in words, as readers of a region write them. */

/** `20 Nov 2026`. The month is a word, never confused with the day. */
export function dateIn(locale: string): (isoDate: string) => string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return (isoDate) => new Intl.DateTimeFormat(locale, options).format(new Date(isoDate));
}
