/** The headline of an answer that nobody confirms now, once its data are old. */
import { ageText } from "#presentation/view/age.ts";
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { KeptWords } from "#presentation/words/contract/kept.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";

/** @param now by the clock of the device, in milliseconds */
export function withAge(
  view: CompareView,
  now: number,
  words: KeptWords,
  { date }: Pick<DrawnWords, "date">,
): CompareView {
  const age = ageText(view.dataDate, now, words, date);
  const { headline } = view;
  return age === null
    ? view
    : { ...view, headline: { ...headline, efficacy: [`${age} `, ...headline.efficacy] } };
}
