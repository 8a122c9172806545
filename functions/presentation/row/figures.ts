/** The figures of a row that are displayed. Rates are of 1, differences of 100 patients. */
import type { Answer, Interval, NotPooled, Pool, Row } from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { IntervalKind } from "../words/arguments.ts";
import { plain } from "../words/numbers.ts";

export interface DisplayedRate {
  readonly estimate: number;
  readonly interval: Interval;
}

/** `null` if there is no number. */
export function displayedRate({
  estimate,
  interval,
}: Pick<Pool, "estimate" | "interval">): DisplayedRate | null {
  return estimate === null || interval === null ? null : { estimate, interval };
}

/** The number of a group in its row; `null` if there is none. */
export function displayedRateOf<G extends string = TherapyClass>(
  { pools }: Pick<Row<G>, "pools">,
  group: G,
): DisplayedRate | null {
  return displayedRate(pools[group]);
}

export function anyPool(outcomes: readonly Row[]): boolean {
  return outcomes.some(({ pools }) => therapyClasses.some((group) => pools[group].k > 0));
}

/** Whether no study answers the question. */
export function isEmpty({ selection }: Pick<Answer, "selection">): boolean {
  return therapyClasses.every((group) => selection.cohorts[group] === 0);
}

export function isCompared({ contrasts: [one] }: Pick<Row, "contrasts">): boolean {
  return one?.status === "ok";
}

/**
 * The outcome in the headline: response if it was asked for. Otherwise the first benefit that is compared,
 * or else the first harm, those of every headline before others.
 */
export function headlineOutcome(outcomes: readonly Row[]): Row | undefined {
  const response = outcomes.find(({ role }) => role === "response");
  if (response) return hasNumber(response) ? response : undefined;
  const comparable = outcomes.filter(isCompared);
  const isFirst = [
    ({ direction }: Row) => direction === "benefit",
    ({ role }: Row) => role === "headline-harm",
    () => true,
  ];
  return isFirst.flatMap((is) => comparable.find(is) ?? [])[0];
}

/** In these populations, everyone counted was treated. */
const treatedPopulations = new Set<string>(["treated", "safety", "efficacy-evaluable"]);

/**
 * Of a single trial the interval is that of its count. If the requested model has no result, the
 * default model is used, and its intervals are credible intervals.
 */
function intervalKindOf(
  { model }: Pick<Query, "model">,
  { status, k }: Pick<Pool, "status" | "k">,
): IntervalKind {
  if (k === 1) return "confidence";
  return model === "bayes" || status === "fallback" ? "credible" : "confidence";
}

/** The kinds of the intervals of the classes that have a number, without repeats. */
export function intervalKindsOf(row: Pick<Row, "pools">, query: Query): readonly IntervalKind[] {
  const rated = therapyClasses.filter((group) => displayedRateOf(row, group) !== null);
  return [...new Set(rated.map((group) => intervalKindOf(query, row.pools[group])))].sort();
}

/**
 * The upper end of the axis in patients of 100. On the full axis, marks of rare harms would be squeezed together
 * at the left end.
 */
export function axisEndOf(row: Pick<Row, "direction" | "pools">): 20 | 100 {
  const ends = therapyClasses.flatMap((group) => displayedRateOf(row, group)?.interval[1] ?? []);
  return row.direction === "harm" && ends.length > 0 && Math.max(...ends) <= 0.2 ? 20 : 100;
}

/** A number of a class: its own, or that of one of its two trials. */
interface NumberApart extends Pick<Pool, "events" | "n"> {
  readonly estimate: number;
  /** `null` of the class. */
  readonly product: string | null;
}

/**
 * The number of a class; of one trial each of two products each its own, because their pool would stand for
 * neither. Empty without a number.
 */
export function numbersApart(row: Pick<Row, "pools">, group: TherapyClass): readonly NumberApart[] {
  const shown = displayedRateOf(row, group);
  if (!shown) return [];
  const { studies, events, n } = row.pools[group];
  const [first, second, another] = studies;
  const isOfTwo = first && second && !another && first.product !== second.product;
  return isOfTwo ? [first, second] : [{ estimate: shown.estimate, events, n, product: null }];
}

/** Whether a class counts patients who were treated only; `false` where it has no trial. */
export function countsTreated({ pools }: Pick<Row, "pools">, group: TherapyClass): boolean {
  const { k, studies } = pools[group];
  return k > 0 && studies.every(({ population }) => treatedPopulations.has(population));
}

/** Where the rate of another trial of a class may lie, 0 to 1; `null` of too few trials. */
export function predictionIn({ pools }: Pick<Row, "pools">, group: TherapyClass): Interval | null {
  return predictionOf(pools[group]);
}

/** Products that a trial of any row was given in combination. */
export function combinedProducts(outcomes: readonly Pick<Row, "pools">[]): ReadonlySet<string> {
  const studies = outcomes.flatMap(({ pools }) =>
    therapyClasses.flatMap((group) => pools[group].studies),
  );
  return new Set(
    studies.filter(({ regimen }) => regimen === "combination").map(({ product }) => product),
  );
}

/** Trials of both classes with a figure in any row of an answer. */
export function trialsCounted(patients: Answer["patients"]): number {
  return therapyClasses.reduce((sum, group) => sum + patients[group].trials, 0);
}

/** Trials with a figure in a row, of all its groups. */
export function trialsIn({ pools }: Pick<Row<string>, "pools">): number {
  return Object.values(pools).reduce((sum, pool) => sum + pool.k, 0);
}

/** Whether a class of a row has a number. */
export function hasNumber({ pools }: Pick<Row, "pools">): boolean {
  return therapyClasses.some((group) => pools[group].estimate !== null);
}

/** A median of more than twice the follow-up rests on few: most patients were not followed for so long. */
export function isFarBeyond({
  months,
  followUpMonths,
}: Readonly<Record<"months" | "followUpMonths", number | null>>): boolean {
  return months !== null && followUpMonths !== null && months > 2 * followUpMonths;
}

/** "followed only 14.3 mo"; empty where that is not known. @param isLittle of a median: it lies far beyond */
export function followedText(months: number | null, isLittle = false): string {
  return months === null ? "" : `followed ${isLittle ? "only " : ""}${plain(months)} mo`;
}

/** A percentage whose count is not printed, and the product of which no count is. */
export type PrintedAlone = NotPooled & { readonly percentPrinted: number };

/** The percentages that a row shows by product, because the product has no count there. */
export function printedAlone({
  notPooled,
  products,
}: Pick<Pool, "notPooled" | "products">): PrintedAlone[] {
  return notPooled.filter(
    (one): one is PrintedAlone =>
      one.reason.code === "no-count" &&
      one.percentPrinted !== null &&
      products.every(({ product }) => product !== one.product),
  );
}

/** Whether no cohort reports the outcome in any form. */
export function isSilent({ notPooled }: Pick<Pool, "notPooled">): boolean {
  return notPooled.every(({ reason }) => reason.code === "not-reported");
}

/**
 * Median follow-up of CAR-T and bispecifics in whole months, of an outcome that accumulates; `null` where
 * it is not known for half of the patients, and for a row where a class has no figure.
 */
export function followUpsOf({
  timeDependent,
  pools,
}: Pick<Row, "timeDependent" | "pools">):
  | readonly [carT: number | null, bsab: number | null]
  | null {
  const { "car-t": carT, bsab } = pools;
  if (!timeDependent || carT.k === 0 || bsab.k === 0) return null;
  return [followUpOf(carT), followUpOf(bsab)];
}

/** In whole months; `null` where it is not known for half of the patients. */
export function followUpOf({ followUp }: Pick<Pool, "followUp">): number | null {
  return followUp?.months == null ? null : Math.round(followUp.months);
}
