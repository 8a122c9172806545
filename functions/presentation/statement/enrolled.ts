/**
 * All who were to be treated, as text: a CAR-T figure beside the same one over everyone whose cells
 * were collected or who was randomised, as printed or marked as derived; where there is none, it says so.
 */
import type { StudyResult } from "#core/comparison/answer.ts";
import type { ApiPool } from "#presentation/words/api-answer.ts";
import type { DetailWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";

export interface EnrolledView {
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
export function enrolledView(
  { k, studies, enrolled }: Pick<ApiPool, "k" | "studies" | "enrolled">,
  { enrolled: words, counted }: DetailWords,
  numbers: Numbers,
): EnrolledView | null {
  if (enrolled === null || k + enrolled.k === 0) return null;
  const inPool = ({ cohort }: { cohort: string }) => studies.find((one) => one.cohort === cohort);
  const isSame = (study: StudyResult) => inPool(study)?.population === study.population;
  const rate = ({ events, n, estimate, interval, population }: StudyResult) => {
    const count = events === null || n === null ? "" : counted(events, n);
    const range = rangeOf100(interval, numbers);
    return words.rate(rateOf100(estimate, 0, numbers), population, range, count);
  };
  const printed = enrolled.studies.map((study) => {
    const own = inPool(study);
    const both = own && !isSame(study) ? [own, study] : [study];
    return { ...study, text: both.map(rate).join("; ") };
  });
  const { collected } = enrolled;
  const derived = collected?.cohorts.filter((one) => one.derived) ?? [];
  const cohorts = [...printed, ...derived].map(({ cohort, label, citation, text }) => ({
    cohort,
    label,
    publication: citation?.publication ?? null,
    text,
  }));
  const others = enrolled.infused.filter(
    (one) => inPool(one) && !cohorts.some(({ cohort }) => cohort === one.cohort),
  );
  return {
    scope:
      enrolled.k === k && enrolled.studies.every(isSame)
        ? words.already(k)
        : words.scope(enrolled.k, k),
    pooled:
      enrolled.k < 2 || enrolled.estimate === null || enrolled.interval === null
        ? null
        : words.pooled(
            rateOf100(enrolled.estimate, 0, numbers),
            rangeOf100(enrolled.interval, numbers),
            enrolled.k,
          ),
    collected: collected?.text,
    cohorts,
    infused:
      others.length === 0
        ? ""
        : words.infused(others.map(({ label, events, n }) => `${label} ${counted(events, n)}`)),
  };
}
