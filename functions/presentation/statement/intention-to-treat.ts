/**
 * All who were to be treated, as text: a CAR-T figure beside the same one over everyone whose cells
 * were collected or who was randomised, as printed or marked as derived; where there is none, it says so.
 */
import type { StudyResult } from "#core/answer/answer.ts";
import type { ApiPool } from "#presentation/words/api-answer.ts";
import type { DetailWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";

export interface IntentionToTreatView {
  /** For how many cohorts it is printed, and that they are another set than those of the pool. */
  scope: string;
  /** `null` for fewer than two cohorts: one cohort is its own count. */
  pooled: string | null;
  /** Counts of the infused and of all with cells collected; `undefined` where none are known. */
  collected: string | undefined;
  cohorts: readonly { cohort: string; label: string; publication: string | null; text: string }[];
  /** What is known of the other cohorts of the pool; empty if nothing is. */
  infused: string;
}

/** `null` if the pool has nothing to say about it. */
export function intentionToTreatView(
  { k, studies, intentionToTreat }: Pick<ApiPool, "k" | "studies" | "intentionToTreat">,
  { intentionToTreat: words, counted }: DetailWords,
  numbers: Numbers,
): IntentionToTreatView | null {
  if (intentionToTreat === null || k + intentionToTreat.k === 0) return null;
  const inPool = ({ cohort }: { cohort: string }) => studies.find((one) => one.cohort === cohort);
  const isSame = (study: StudyResult) => inPool(study)?.population === study.population;
  const rate = ({ events, n, estimate, interval, population }: StudyResult) => {
    const count = events === null || n === null ? "" : counted(events, n);
    const range = rangeOf100(interval, numbers);
    return words.rate(rateOf100(estimate, 0, numbers), population, range, count);
  };
  const printed = intentionToTreat.studies.map((study) => {
    const own = inPool(study);
    const both = own && !isSame(study) ? [own, study] : [study];
    return { ...study, text: both.map(rate).join("; ") };
  });
  const { collected } = intentionToTreat;
  const derived = collected?.cohorts.filter((one) => one.derived) ?? [];
  const cohorts = [...printed, ...derived].map(({ cohort, label, citation, text }) => ({
    cohort,
    label,
    publication: citation?.publication ?? null,
    text,
  }));
  const others = intentionToTreat.infused.filter(
    (one) => inPool(one) && !cohorts.some(({ cohort }) => cohort === one.cohort),
  );
  return {
    scope:
      intentionToTreat.k === k && intentionToTreat.studies.every(isSame)
        ? words.already(k)
        : words.scope(intentionToTreat.k, k),
    pooled:
      intentionToTreat.k < 2 ||
      intentionToTreat.estimate === null ||
      intentionToTreat.interval === null
        ? null
        : words.pooled(
            rateOf100(intentionToTreat.estimate, 0, numbers),
            rangeOf100(intentionToTreat.interval, numbers),
            intentionToTreat.k,
          ),
    collected: collected?.text,
    cohorts,
    infused:
      others.length === 0
        ? ""
        : words.infused(others.map(({ label, events, n }) => `${label} ${counted(events, n)}`)),
  };
}
