/**
 * Lists the short names of months in British English (CLDR). They are written here because browsers of different age
 * shorten September differently, and because a slow phone needs 40 ms to make the formats of `Intl`.
 */
const months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" ");

/**
 * Returns `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. The month is a word, so that nobody
 * confuses it with the day.
 *
 * @param isoDate A year, a month or a day by ISO 8601; the time of a day is left out.
 */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split(/[-T]/);
  const name = months[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}
