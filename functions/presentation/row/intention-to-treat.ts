/**
 * All who were to be treated, as text: a CAR-T figure beside the same one over everyone whose cells
 * were collected or who was randomised, as printed or marked as derived; where there is none, it says so.
 */

import type { Answer, Collected, IntentionToTreat, Row, Study } from "#core/answer/answer.ts";
import { studyWordOf } from "../words/arguments.ts";
import { counted, joined } from "../words/counts.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { countOf } from "./plotted.ts";

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
  { phrase, pools: { "car-t": pool } }: Pick<Row, "phrase" | "pools">,
  { query }: Pick<Answer, "query">,
): IntentionToTreatView | null {
  const { k, studies, intentionToTreat } = pool;
  if (intentionToTreat === null || k + intentionToTreat.k === 0) return null;
  const inPool = ({ cohort }: { cohort: string }) => studies.find((one) => one.cohort === cohort);
  const isSame = (study: Study) => inPool(study)?.population === study.population;
  const rate = ({ events, n, estimate, interval, population }: Study) => {
    const count = events === null || n === null ? "" : countOf({ events, n });
    const range = rangeOf100(interval);
    const behind = count ? `(${count}, ${range.slice(1)}` : range;
    return `${rateOf100(estimate)} of 100 ${who[population] ?? population} ${behind}`;
  };
  const printed = intentionToTreat.studies.map((study) => {
    const own = inPool(study);
    const both = own && !isSame(study) ? [own, study] : [study];
    return { ...study, text: both.map(rate).join("; ") };
  });
  const { collected } = intentionToTreat;
  const inWords = collected && collectedInWords(collected, phrase, query);
  const derived = (collected?.cohorts ?? []).flatMap((one, index) =>
    one.derived ? [{ ...one, text: inWords?.cohorts[index] ?? "" }] : [],
  );
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
    scope: scopeText(intentionToTreat, k, intentionToTreat.studies.every(isSame)),
    pooled:
      intentionToTreat.k < 2 ||
      intentionToTreat.estimate === null ||
      intentionToTreat.interval === null
        ? null
        : `In a typical one of these ${intentionToTreat.k}: ${rateOf100(intentionToTreat.estimate)} of 100 ${rangeOf100(intentionToTreat.interval)}.`,
    collected: inWords?.text,
    cohorts,
    infused:
      others.length === 0
        ? ""
        : `Infused, of all with cells collected: ${others.map((one) => `${one.label} ${countOf(one)}`).join(", ")}.`,
  };
}

/** Who was counted, in the words of a clinic. */
const who: Readonly<Record<string, string>> = {
  treated: "infused",
  safety: "infused",
  "efficacy-evaluable": "evaluable",
  leukapheresed: "with cells collected",
};

/** @param counted Cohorts in the number above. @param isSame Whether it counts the same patients. */
function scopeText(
  { k, collected }: Pick<IntentionToTreat, "k" | "collected">,
  counted: number,
  isSame: boolean,
): string {
  if (k === counted && isSame) {
    return k === 1
      ? "The one counted above counts all of them."
      : `The ${k} counted above count all of them.`;
  }
  if (k > 0) return `Reported for ${k}: another set than the ${counted} counted above.`;
  return collected
    ? "No source reports it for the number above; it follows from the infused."
    : `Not reported in our sources for the ${counted} counted above.`;
}

/** Responses over all with cells collected, in words beside the infused of the same trials. */
export interface CollectedTexts {
  readonly text: string;
  /** In the order of the cohorts. */
  readonly cohorts: readonly string[];
}

/** @param phrase Completes "84 of 100 infused …". */
export function collectedInWords(
  coded: Collected,
  phrase: string,
  query: Answer<string>["query"],
): CollectedTexts {
  const { trials, of, infused, collected, cohorts } = coded;
  const rate = ({ events, n }: typeof infused) => rateOf100(events / n);
  const whereKnown = collected.derived
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
    text: `In the ${trials} of ${counted(of, studyWordOf(query))} ${whereKnown}, ${rate(infused)} of 100 infused and ${rate(collected)} of 100 collected ${phrase} (${collected.events} of ${collected.n}${mark}${doubt}).`,
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

/** A response of a row over all with cells collected, in one sentence; empty where none is known. */
export function collectedInRow(
  { pools, phrase }: Pick<Row, "pools" | "phrase">,
  query: Answer["query"],
): string {
  const known = pools["car-t"].intentionToTreat?.collected;
  if (!known) return "";
  const rate = ({ events, n }: typeof known.infused) => rateOf100(events / n);
  const trials = counted(known.trials, `CAR-T ${studyWordOf(query)}`);
  return `In ${trials}, of 100 infused ${rate(known.infused)} ${phrase}; of 100 with cells collected ${rate(known.collected)}.`;
}
