/** The age of data that nobody confirmed, in an answer that a device computed or kept by itself. */

import type { KeptWords } from "../words/catalogue.ts";

const millisecondsPerDay = 86_400_000;

/** From so many days on the headline says the age. */
const notableDays = 90;

/**
 * The sentence for the headline; `null` while the data are not old. Their date counts and not the day
 * on which they were kept, so that nothing has to be remembered and no age is understated.
 *
 * @param date until which the data were collected, `2026-11-20`
 * @param now by the clock of the device, which may be wrong, in milliseconds
 */
export function ageText(
  date: string,
  now: number,
  words: Pick<KeptWords, "age" | "clock">,
  format: (isoDate: string) => string,
): string | null {
  const days = Math.floor((now - Date.parse(date)) / millisecondsPerDay);
  // The day before may be today in a time zone further west.
  if (days < -1) return words.clock(format(date));
  return days > notableDays ? words.age(format(date), days) : null;
}
