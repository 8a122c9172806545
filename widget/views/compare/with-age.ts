/** The headline of an answer that nobody confirms now, once its data are old. */

import { ageText } from "#presentation/view/age.ts";
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { kept } from "#words/kept.ts";

/** @param now by the clock of the device, in milliseconds */
export function withAge(
  view: CompareView,
  now: number,
  { date }: Pick<DrawnWords, "date">,
): CompareView {
  const age = ageText(view.dataDate, now, kept, date);
  const { headline } = view;
  return age === null
    ? view
    : { ...view, headline: { ...headline, efficacy: [`${age} `, ...headline.efficacy] } };
}
