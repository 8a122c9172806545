/** The age of data that nobody confirmed, in an answer that a device computed or kept by itself. */

import { dateText } from "../words/dates.ts";

const millisecondsPerDay = 86_400_000;

/** After so many days the headline says the age. */
const notableDays = 90;
/** A copy that is older shows no numbers: it may be one that everybody has forgotten. */
const longestDays = 180;

/**
 * The sentence for the headline; `null` while the data are not old. Their date counts and not the day
 * on which they were kept, so that nothing has to be remembered and no age is understated.
 *
 * @param date until which the data were collected, `2026-11-20`
 * @param now by the clock of the device, which may be wrong, in milliseconds
 */
export function ageText(date: string, now: number): string | null {
  const days = daysSince(date, now);
  // The day before may be today in a time zone further west.
  if (days < -1) {
    return `These are data of ${dateText(date)}; their age is not known: the clock of this device shows an earlier day.`;
  }
  return days > notableDays ? `These are data of ${dateText(date)}, ${days} days old.` : null;
}

/** Instead of the numbers of a copy; `null` while they may be shown. */
export function tooOldText(date: string, now: number): string | null {
  const days = daysSince(date, now);
  return days > longestDays
    ? `No numbers are shown: they are of data of ${dateText(date)}, ${days} days old.`
    : null;
}

/** The last day on which a copy shows numbers. */
export function lastDayOf(date: string): string {
  return new Date(Date.parse(date) + longestDays * millisecondsPerDay).toISOString().slice(0, 10);
}

function daysSince(date: string, now: number): number {
  return Math.floor((now - Date.parse(date)) / millisecondsPerDay);
}
