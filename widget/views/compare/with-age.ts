/** The headline of an answer that nobody confirms now, once its data are old. */

import { ageText } from "#presentation/screen/age.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { kept } from "#words/kept.ts";

/** @param now by the clock of the device, in milliseconds */
export function withAge(
  view: Statement,
  now: number,
  { date }: Pick<DrawnWords, "date">,
): Statement {
  const age = ageText(view.dataDate, now, kept, date);
  const { headline } = view;
  return age === null
    ? view
    : { ...view, headline: { ...headline, efficacy: [`${age} `, ...headline.efficacy] } };
}
