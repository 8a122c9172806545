/**
 * Writes texts on all patients who were to be treated: a CAR-T figure, and the same figure over all apheresed.
 */

import type { Answer, Collected, IntentionToTreat, Pool, Row, Study } from "#core/answer/answer.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { chooseStudyWord } from "../words/names.ts";
import { formatRate, formatRateIntervalInBrackets } from "../words/rates.ts";
import { formatCountWithNoun, joinBySpaces, joinWithConjunction } from "../words/sentences.ts";
import { joinSpans } from "./evidence-marks.ts";
import { findResponseCountsOfAllApheresed, isOfTwoTrials } from "./figures.ts";
import { placeLabelsShortenedIfNeeded } from "./labels.ts";
import { formatEventCount, placeRate } from "./plotted.ts";
import type { SideView } from "./side-view.ts";

/**
 * States how many trials of a row report figures over all apheresed, their pool, and what it rests
 * on; empty without such a figure. The count of each trial stands on its own line.
 */
export function describeIntentionToTreat(
  { phrase, pools: { "car-t": pool } }: Pick<Row, "phrase" | "pools">,
  { query }: Pick<Answer, "query">,
): string {
  const { k, studies, intentionToTreat } = pool;
  if (intentionToTreat === null || k + intentionToTreat.k === 0) return "";
  const { collected, estimate, interval, infused } = intentionToTreat;
  const inPool = ({ cohort }: { cohort: string }) =>
    studies.find((study) => study.cohort === cohort);
  const isSame = (study: Study) => inPool(study)?.population === study.population;
  const collectedCohorts = [
    ...intentionToTreat.studies,
    ...(collected?.cohorts ?? []).filter(isDerivedCount),
  ];
  const infusedOnly = infused.filter(
    (count) => inPool(count) && !collectedCohorts.some(({ cohort }) => cohort === count.cohort),
  );
  return joinBySpaces([
    `Of all apheresed: ${describeApheresedTrials(intentionToTreat, k, intentionToTreat.studies.every(isSame))}`,
    // The count of a single trial stands on the line of that trial.
    intentionToTreat.k > 1 &&
      estimate !== null &&
      interval !== null &&
      `In a typical one of these ${intentionToTreat.k}: ${formatRate(estimate)} of 100 ${formatRateIntervalInBrackets(interval)}.`,
    collected && makeApheresedRateTexts(pool, collected, phrase, query).basis,
    infusedOnly.length > 0 &&
      `Infused, of all apheresed: ${infusedOnly.map((count) => `${count.label} ${formatEventCount(count)}`).join(", ")}.`,
  ]);
}

/**
 * States which trials the figures come from.
 *
 * @param countedTrials The number of cohorts in the number of the row.
 * @param isSame True if each figure counts the same patients as the row.
 */
function describeApheresedTrials(
  { k, collected }: Pick<IntentionToTreat, "k" | "collected">,
  countedTrials: number,
  isSame: boolean,
): string {
  if (k === countedTrials && isSame) {
    return k === 1
      ? "the one counted above counts all of them."
      : `the ${k} counted above count all of them.`;
  }
  if (k > 0) return `reported for ${k}, another set than the ${countedTrials} counted above.`;
  return collected
    ? "not reported for the number above; it follows from the infused."
    : `not reported for the ${countedTrials} counted above.`;
}

/** Holds responses over all apheresed, of the trials that report them and the infused. */
export interface ApheresedView {
  /** The rate of all apheresed is text such as "73", of both trials of one drug "67 and 83". */
  readonly number: string;
  /** Draws the rate on the axis, hollow and named. */
  readonly side: SideView;
  /** States the trials, as in "3 trials"; `infused` is the rate of the infused in these trials, as in "85". */
  readonly trials: string;
  readonly infused: string;
}

/** Draws the responses of all apheresed; `null` where none stand beside the number. */
export function makeApheresedView(
  row: Pick<Row, "pools">,
  { query }: Pick<Answer, "query">,
): ApheresedView | null {
  const collected = findResponseCountsOfAllApheresed(row, { query });
  if (collected === null) return null;
  const counts = listApheresedCounts(row.pools["car-t"], collected);
  const number = formatRates(counts.map(({ collected: apheresed }) => apheresed));
  const marks = counts.map(({ collected: { events, n } }) => ({
    at: placeRate(events / n),
    kind: "figure" as const,
  }));
  const spans = marks.map(({ at }) => [at, at] as const);
  return {
    number,
    side: {
      ...{ number, under: "", filled: false, marks },
      ...placeLabelsShortenedIfNeeded({
        coveredSpans: spans,
        labels: [{ text: "all apheresed", along: joinSpans(spans), isFirst: true }],
      }),
    },
    trials: formatCountWithNoun(collected.trials, chooseStudyWord(query)),
    infused: formatRates(counts.map(({ infused }) => infused)),
  };
}

type Counts = Pick<Collected["cohorts"][number], "infused" | "collected">;
type Count = Counts["infused"];

/** Returns all apheresed beside the infused: in one sum, but each of two trials of one drug by itself. */
function listApheresedCounts(pool: Pool, { cohorts, ...sums }: Collected): Counts[] {
  if (!isOfTwoTrials(pool)) return [sums];
  const trialOf = (id: string) => pool.studies.find(({ cohort }) => cohort === id)?.trial;
  return groupBy(cohorts, ({ cohort }) => trialOf(cohort) ?? cohort).map((parts) => ({
    infused: sumCounts(parts.map(({ infused }) => infused)),
    collected: sumCounts(parts.map(({ collected }) => collected)),
  }));
}

const sumCounts = (counts: readonly Count[]): Count => ({
  events: counts.reduce((sum, { events }) => sum + events, 0),
  n: counts.reduce((sum, { n }) => sum + n, 0),
});

const formatRates = (counts: readonly Count[]) =>
  joinWithConjunction(counts.map(({ events, n }) => formatRate(events / n)));

/**
 * Compares responses over all apheresed with responses over the infused patients of the same
 * trials.
 */
interface CollectedTexts {
  /** States both rates, as in "in 3 CAR-T trials, of 100 infused 85 responded; of 100 apheresed 73.". */
  readonly text: string;
  /** States the count behind the rates, as in "231 of 317 apheresed in 3 of 4 trials, derived.". */
  readonly basis: string;
}

/**
 * Returns the text that sets the rate of all apheresed beside that of the infused of the same trials, and the text of
 * the count behind it; of both trials of one drug each by itself.
 *
 * @param phrase The words that complete "of 100 infused 85 …".
 */
export function makeApheresedRateTexts(
  pool: Pool,
  rates: Collected,
  phrase: string,
  query: Answer<string>["query"],
): CollectedTexts {
  const { trials, cohortsOfPool, collected, cohorts } = rates;
  const noun = chooseStudyWord(query);
  const counts = listApheresedCounts(pool, rates);
  const [infused, apheresed] = [
    counts.map((count) => count.infused),
    counts.map((count) => count.collected),
  ];
  const mark = !collected.derived
    ? ""
    : cohorts.every(isDerivedCount)
      ? ", derived"
      : ", in part derived";
  const assumed = cohorts.filter((cohort) => cohort.assumed).map(({ label }) => label);
  const doubt =
    assumed.length === 0
      ? ""
      : `; that all enrolled in ${joinWithConjunction(assumed)} were apheresed is assumed`;
  return {
    text: `in ${formatCountWithNoun(trials, `CAR-T ${noun}`)}, of 100 infused ${formatRates(infused)} ${phrase}; of 100 apheresed ${formatRates(apheresed)}.`,
    basis: `${joinWithConjunction(apheresed.map(formatEventCount))} apheresed in ${trials} of ${formatCountWithNoun(cohortsOfPool, noun)}${mark}${doubt}.`,
  };
}

function isDerivedCount({ derived }: Collected["cohorts"][number]): boolean {
  return derived;
}

/** Returns text such as "94 of 140 apheresed, derived". */
export function describeApheresedCount({
  collected,
  derived,
  assumed,
}: Collected["cohorts"][number]): string {
  return derived
    ? `${formatEventCount(collected)} ${assumed ? "enrolled, assumed " : ""}apheresed, derived`
    : `${formatEventCount(collected)}, as reported`;
}
