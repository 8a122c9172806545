/** The age of the data of an answer that nobody confirms now, once they are old. */
import { ageText } from "#presentation/views/data-age.ts";
import type { Screen } from "#presentation/views/screen.ts";

/**
 * Adds the age to its verdict.
 *
 * @param now by the clock of the device, in milliseconds
 */
export function withAge(view: Screen, now: number): Screen {
  const { verdict, dataDate } = view;
  const age = ageText(dataDate, now);
  return age === null ? view : { ...view, verdict: { ...verdict, lead: `${age} ${verdict.lead}` } };
}
