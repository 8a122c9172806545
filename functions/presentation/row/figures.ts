/** Returns the figures of a row that are displayed. Rates are fractions of 1; differences are per 100 patients. */
import type { Answer, Collected, Interval, NotPooled, Pool, Row } from "#core/answer/answer.ts";
import { listEvidenceByProduct } from "#core/answer/evidence.ts";
import {
  listApartTrials,
  readPredictionIntervalIfThreeTrials,
} from "#core/answer/figures-of-trials.ts";
import { dataset } from "#core/dataset.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { formatPlainNumber } from "../words/numbers.ts";

export interface DisplayedRate {
  readonly estimate: number;
  readonly interval: Interval;
}

export function findRateWithInterval({
  estimate,
  interval,
}: Pick<Pool, "estimate" | "interval">): DisplayedRate | null {
  return estimate === null || interval === null ? null : { estimate, interval };
}

export function findGroupRateWithInterval<G extends string = TherapyClass>(
  { pools }: Pick<Row<G>, "pools">,
  group: G,
): DisplayedRate | null {
  return findRateWithInterval(pools[group]);
}

/** Tells whether a side is one drug in two trials, each with its own count, which have no common number. */
export function isOfTwoTrials(pool: Pool): boolean {
  return listApartTrials(pool).length > 0;
}

export function hasAnyTrialInPools(outcomes: readonly Row[]): boolean {
  return outcomes.some(({ pools }) => therapyClasses.some((group) => pools[group].k > 0));
}

/** Tells whether no cohort of either class matches the question. */
export function hasNoSelectedCohorts({ selection }: Pick<Answer, "selection">): boolean {
  return therapyClasses.every((group) => selection.cohorts[group] === 0);
}

export function isRowCompared({ contrasts: [contrast] }: Pick<Row, "contrasts">): boolean {
  return contrast?.status === "ok";
}

/** Tells whether a row is one of those that the headline of an answer names: response, and two harms. */
export function hasHeadlineRole({ role }: Pick<Row, "role">): boolean {
  return role === "response" || role === "headline-harm";
}

/**
 * Returns the outcome of the headline: response if the answer has it; otherwise the first benefit that is compared, or
 * the first harm that is, with headline harms before the others.
 */
export function findHeadlineRow(outcomes: readonly Row[]): Row | undefined {
  const response = outcomes.find(({ role }) => role === "response");
  if (response) return hasRateOfAnyClass(response) ? response : undefined;
  const comparable = outcomes.filter(isRowCompared);
  const isFirst = [
    ({ direction }: Row) => direction === "benefit",
    ({ role }: Row) => role === "headline-harm",
    () => true,
  ];
  return isFirst.flatMap((is) => comparable.find(is) ?? [])[0];
}

/** In these populations, every patient counted was treated. */
const treatedPopulations = new Set<string>(["treated", "safety", "efficacy-evaluable"]);

/**
 * Returns the end of the axis in patients of 100. On the full axis, the marks of rare harms would be squeezed together
 * at the left end.
 */
export function chooseAxisEnd(row: Pick<Row, "direction" | "pools">): 20 | 100 {
  const ends = therapyClasses.flatMap((group) => [
    ...(findGroupRateWithInterval(row, group)?.interval.slice(1) ?? []),
    ...listApartTrials(row.pools[group]).map(({ interval }) => interval[1]),
  ]);
  return row.direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
}

/** Tells whether a class counts treated patients only; false if it has no trial. */
export function hasTreatedPatientsOnly(
  { pools }: Pick<Row, "pools">,
  group: TherapyClass,
): boolean {
  const { k, studies } = pools[group];
  return k > 0 && studies.every(({ population }) => treatedPopulations.has(population));
}

/**
 * Returns responses over all apheresed, which stand beside the number of CAR-T wherever it is shown; `null` where the
 * question counts others than the treated, and where no trial of the number reports both.
 */
export function findResponseCountsOfAllApheresed(
  { pools }: Pick<Row, "pools">,
  { query }: Pick<Answer, "query">,
): Collected | null {
  const collected = pools["car-t"].intentionToTreat?.collected ?? null;
  return query.denominator === "treated" ? collected : null;
}

/** Returns the prediction interval for another trial of a class, 0 to 1; `null` with too few trials. */
export function findPredictionIntervalOfClass(
  { pools }: Pick<Row, "pools">,
  group: TherapyClass,
): Interval | null {
  return readPredictionIntervalIfThreeTrials(pools[group]);
}

/** Returns the products that were given in combination in a trial of any row. */
export function gatherProductsGivenInCombination(
  outcomes: readonly Pick<Row, "pools">[],
): ReadonlySet<string> {
  const studies = outcomes.flatMap(({ pools }) =>
    therapyClasses.flatMap((group) => pools[group].studies),
  );
  return new Set(
    studies.filter(({ regimen }) => regimen === "combination").map(({ product }) => product),
  );
}

/** Counts the trials of both classes that have a figure in any row of an answer. */
export function countTrialsWithFigures(patients: Answer["patients"]): number {
  return therapyClasses.reduce((sum, group) => sum + patients[group].trials, 0);
}

/** Counts the trials of both classes that the question selects, with a figure or without. */
export function countSelectedTrials([row]: Answer["outcomes"]): number {
  return therapyClasses.reduce((sum, group) => sum + (row?.pools[group].selectedTrials ?? 0), 0);
}

/** Lists the classes whose interval is wider than that of each of their trials, because few trials differ much. */
export function listClassesWiderThanEachTrial({ pools }: Pick<Row, "pools">): TherapyClass[] {
  return therapyClasses.filter((group) => {
    const { interval, studies, k } = pools[group];
    if (interval === null || k < 2) return false;
    const width = interval[1] - interval[0];
    return studies.every((study) => study.interval[1] - study.interval[0] < width);
  });
}

/** Counts trials with a figure in a row, over all its groups. */
export function countTrialsInRow({ pools }: Pick<Row<string>, "pools">): number {
  return Object.values(pools).reduce((sum, pool) => sum + pool.k, 0);
}

export function hasRateOfAnyClass({ pools }: Pick<Row, "pools">): boolean {
  return therapyClasses.some((group) => hasNumber(pools[group]));
}

/** Tells whether a side has a number, or one for each of two trials. */
export function hasNumber(pool: Pool): boolean {
  return pool.estimate !== null || isOfTwoTrials(pool);
}

export function listPooledStudiesOfClass({ pools }: Pick<Row, "pools">, group: TherapyClass) {
  return pools[group].studies;
}

/**
 * Tells whether a median is more than twice the follow-up. Such a median rests on few patients, because most were not
 * followed for so long.
 */
export function isMedianBeyondTwiceFollowUp({
  months,
  followUpMonths,
}: Readonly<Record<"months" | "followUpMonths", number | null>>): boolean {
  return months !== null && followUpMonths !== null && months > 2 * followUpMonths;
}

/**
 * Returns text such as "followed 14.3 mo"; empty if the follow-up is not known.
 *
 * @param isLittle True adds "only", for a median that lies far beyond the follow-up.
 */
export function describeMonthsFollowed(months: number | null, isLittle = false): string {
  return months === null
    ? ""
    : `followed ${isLittle ? "only " : ""}${formatPlainNumber(months)} mo`;
}

/** Describes a percentage without a printed count, of a product that has no other count. */
export type PrintedAlone = NotPooled & { readonly percentPrinted: number };

export function listPercentagesWithoutCount({
  notPooled,
  products,
}: Pick<Pool, "notPooled" | "products">): PrintedAlone[] {
  return notPooled.filter(
    (figure): figure is PrintedAlone =>
      figure.reason.code === "no-count" &&
      figure.percentPrinted !== null &&
      products.every(({ product }) => product !== figure.product),
  );
}

/** Returns the median follow-up in whole months; `null` if it is not known for half of the patients. */
export function findMedianFollowUpMonths({ followUp }: Pick<Pool, "followUp">): number | null {
  return followUp?.months == null ? null : Math.round(followUp.months);
}

/** Returns the cohorts in the number of a class or, without a number, those of the figures that stand in for it. */
export function listCohortsInNumberElseStandIns(pool: Pool): ComputeCohort[] {
  const figures =
    pool.estimate === null
      ? listEvidenceByProduct(pool).flatMap(({ evidence }) => evidence)
      : pool.studies;
  const ids = new Set(figures.map(({ cohort }) => cohort));
  return dataset.cohorts.filter(({ id }) => ids.has(id));
}

/** Tells whether a row counts deaths, by cause or not from the disease. */
export function isRowOfDeaths({ group, direction }: Pick<Row, "group" | "direction">): boolean {
  return group === "survival" && direction === "harm";
}
