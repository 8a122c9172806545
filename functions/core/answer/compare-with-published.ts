/**
 * Compares what the meta-analyses of the named sets printed with the numbers here for the same questions, which are
 * answered with their trials, rules and model, as far as these are known. Nothing is adjusted to agree.
 */
import type { ComputeSetOfCohorts } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { PublishedPool } from "../others/published-gate.ts";
import { parseQueryTextOrThrow } from "../question/parse-query.ts";
import type { Interval, Row } from "./answer.ts";
import { compareClasses } from "./compare.ts";
import { completeAnswer, makePublishedRatesAdder } from "./complete.ts";
import { models } from "./models.ts";

/** Holds a rate, 0 to 1, or a ratio. */
export interface PublishedFigure {
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * `agrees`: our rate lies within the published interval or, where none is printed, the published rate within ours; of
 * ratios, both lead to the same conclusion. `outside`: the rate does not. `lost`: the published ratio is clear of 1,
 * ours is not or lies on the other side. `gained`: only our ratio is clear of 1.
 */
export type Verdict = "agrees" | "outside" | "lost" | "gained";

export interface PublishedValue {
  /** `name` is that of the set. */
  readonly name: string;
  readonly outcome: string;
  /** `therapyClass` is the class of a rate; `null` for a ratio of CAR-T against bispecifics. */
  readonly therapyClass: TherapyClass | null;
  readonly measure: "rate" | "odds-ratio" | "hazard-ratio";
  readonly theirs: PublishedFigure;
  /** `p` is the P value of a ratio as printed. */
  readonly p: string | null;
  /** `ours` is `null` where the figures here give no such number. */
  readonly ours: PublishedFigure | null;
  /** `theirs` is `null` where it is not public which cohorts were pooled. */
  readonly cohorts: { readonly ours: number; readonly theirs: number | null };
  /** `verdict` is `null` if there is no number here, or if it is that of a single trial, which cannot judge a pool. */
  readonly verdict: Verdict | null;
}

export function listComparisonsWithPublished(
  dataset: Dataset,
  published: readonly PublishedPool[],
): PublishedValue[] {
  return dataset.sets.flatMap((set) => {
    const printed = published.filter(({ publication }) => publication === set.id);
    const ids = dataset.outcomes.map(({ id }) => id);
    const outcome = ids.filter((id) => printed.some((pool) => pool.outcome === id));
    const query = { ...parseQueryTextOrThrow(`set=${set.id}`, dataset), outcome };
    const answer = completeAnswer(compareClasses(query, dataset, models), [
      makePublishedRatesAdder(printed, dataset),
    ]);
    return answer.outcomes.flatMap((row) => [
      ...therapyClasses.flatMap((group) => comparePublishedRate(row, group, set, dataset)),
      ...comparePublishedRatio(row, set),
    ]);
  });
}

/**
 * Returns the rate that a set printed for a class beside the rate here; empty if the row has no printed rate. The
 * verdict is `null` if fewer than two trials are pooled here.
 */
function comparePublishedRate(
  { outcome, published, pools }: Row,
  therapyClass: TherapyClass,
  { name, cohorts: listed }: ComputeSetOfCohorts,
  dataset: Dataset,
): PublishedValue[] {
  const [printed] = published?.pools[therapyClass] ?? [];
  if (!printed || printed.estimate === null) return [];
  const theirs = { value: printed.estimate, interval: printed.interval };
  const { k, estimate, interval } = pools[therapyClass];
  const ours = estimate === null ? null : { value: estimate, interval };
  const ofClass = dataset.cohorts.filter((cohort) => cohort.therapyClass === therapyClass);
  const pooled = listed && ofClass.filter(({ id }) => listed.includes(id)).length;
  const cohorts = { ours: k, theirs: printed.k ?? pooled };
  const verdict = k > 1 ? judgeRateAgreement(theirs, ours) : null;
  return [
    { name, outcome, therapyClass, measure: "rate", theirs, p: null, ours, cohorts, verdict },
  ];
}

/**
 * Returns the ratio of CAR-T against bispecifics that a set printed beside the one here; empty if the row has no
 * printed ratio or no contrast.
 */
function comparePublishedRatio(
  { outcome, published, pools, contrasts: [between] }: Row,
  { name, cohorts: listed, cohortsPooled }: ComputeSetOfCohorts,
): PublishedValue[] {
  // `published-gate.ts` keeps a published ratio with the rate of CAR-T only.
  const printed = published?.pools["car-t"][0]?.contrast;
  if (!printed || !between) return [];
  const { measure, p, ...theirs } = printed;
  const [value, interval] =
    measure === "odds-ratio"
      ? [between.oddsRatio, between.interval]
      : [between.hazardRatio, between.hazardRatioInterval];
  const ours = value === null ? null : { value, interval };
  const cohorts = { ours: pools["car-t"].k + pools.bsab.k, theirs: listed && cohortsPooled };
  const verdict = judgeRatioAgreement(theirs, ours);
  return [{ name, outcome, therapyClass: null, measure, theirs, p, ours, cohorts, verdict }];
}

function judgeRateAgreement(theirs: PublishedFigure, ours: PublishedFigure | null): Verdict | null {
  const [figure, other] = theirs.interval ? [ours, theirs] : [theirs, ours];
  if (!figure || !other?.interval) return null;
  return isEstimateInInterval(figure, other.interval) ? "agrees" : "outside";
}

function judgeRatioAgreement(
  theirs: PublishedFigure,
  ours: PublishedFigure | null,
): Verdict | null {
  if (!theirs.interval || !ours?.interval) return null;
  const [published, here] = [judgeSideOfOne(theirs.interval), judgeSideOfOne(ours.interval)];
  if (published === here) return "agrees";
  return published === 0 ? "gained" : "lost";
}

/** Returns 1 or -1 for an interval above or below 1, and 0 for one that holds it. */
const judgeSideOfOne = ([lower, upper]: Interval) => (lower > 1 ? 1 : upper < 1 ? -1 : 0);

export const isEstimateInInterval = ({ value }: PublishedFigure, [lower, upper]: Interval) =>
  value >= lower && value <= upper;
