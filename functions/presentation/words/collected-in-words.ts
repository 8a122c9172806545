/** Responses over all with cells collected, in words beside the infused of the same trials. */
import type { Collected } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import { counted, joined } from "./counts.ts";
import { rateOf100 } from "./rates.ts";

export interface CollectedTexts {
  readonly text: string;
  /** In the order of the cohorts. */
  readonly cohorts: readonly string[];
}

/** @param phrase Completes "84 of 100 infused …". */
export function collectedInWords(
  coded: Collected,
  phrase: string,
  { evidence }: Pick<Query, "evidence">,
): CollectedTexts {
  const { trials, of, infused, collected, cohorts } = coded;
  const rate = ({ events, n }: typeof infused) => rateOf100(events / n);
  const noun = evidence === "trial" ? "trial" : "study";
  const known = collected.derived
    ? "where it is known"
    : `that report${trials === 1 ? "s" : ""} it`;
  const isAllDerived = cohorts.every(({ derived }) => derived);
  const mark = collected.derived ? (isAllDerived ? ", derived" : ", in part derived") : "";
  const assumed = cohorts.filter((cohort) => cohort.assumed).map(({ label }) => label);
  const doubt =
    assumed.length === 0
      ? ""
      : `; that all enrolled in ${joined(assumed)} had cells collected is assumed`;
  return {
    text: `In the ${trials} of ${counted(of, noun)} ${known}, ${rate(infused)} of 100 infused and ${rate(collected)} of 100 collected ${phrase} (${collected.events} of ${collected.n}${mark}${doubt}).`,
    cohorts: cohorts.map(cohortText),
  };
}

function cohortText({
  collected: { events, n },
  infused,
  derived,
  assumed,
}: Collected["cohorts"][number]): string {
  return derived
    ? `${events} of ${n}, derived: the ${infused.events} of ${infused.n} infused over the ${n} ${assumed ? "enrolled, assumed to be those " : ""}with cells collected`
    : `${events} of ${n}, as reported`;
}
