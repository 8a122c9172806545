/**
 * Writes texts on data that no installation has confirmed, as in an answer that a device computed or stored: how old
 * they are, and that they were withdrawn.
 */
import { formatDate } from "../words/dates-and-times.ts";

const millisecondsPerDay = 86_400_000;

/** After this many days the headline states the age. */
const notableDays = 90;

/**
 * Returns the sentence on age for the headline; `null` while the data are not old. The date of the data counts, not the
 * day on which they were stored, so that nothing has to be remembered and no age is understated.
 *
 * @param date The day until which the data were collected, `2026-11-20`.
 * @param now The clock of the device in milliseconds, which may be wrong.
 */
export function describeDataAgeIfOld(date: string, now: number): string | null {
  const days = Math.floor((now - Date.parse(date)) / millisecondsPerDay);
  // One day of difference is allowed, because the day before may be today in a time zone further west.
  if (days < -1) {
    return `These are data of ${formatDate(date)}; their age is not known: the clock of this device shows an earlier day.`;
  }
  return days > notableDays ? `These are data of ${formatDate(date)}, ${days} days old.` : null;
}

/** Holds texts for data that were withdrawn. */
export const withdrawn = {
  title: "These numbers were withdrawn.",
  /** States the error, in the words of the release that corrects it. */
  reason: (reason: string | null) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
};
