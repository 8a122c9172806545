/** Gaps in the data: baselines not reported, cohorts without figures, figures held back. */
import type { Cohort, Figure, Source } from "#data/schema.ts";
import { type Hold, holds, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";

type BaselineField = keyof Cohort["baseline"];

export interface UnknownBaseline {
  field: BaselineField;
  /** Number of cohorts of each class that do not report it. */
  cohorts: Record<TherapyClass, number>;
}

/** All baseline fields, in the order of the files. */
export function unknownBaselines(cohorts: readonly Cohort[]): UnknownBaseline[] {
  const [first] = cohorts;
  if (first === undefined) return [];
  return (Object.keys(first.baseline) as BaselineField[]).map((field) => ({
    field,
    cohorts: byClass(cohorts.filter(({ baseline }) => baseline[field] === null)),
  }));
}

export function byClass(cohorts: readonly Cohort[]): Record<TherapyClass, number> {
  const of = (wanted: TherapyClass): number =>
    cohorts.filter(({ therapyClass }) => therapyClass === wanted).length;
  return Object.fromEntries(therapyClasses.map((one) => [one, of(one)])) as Record<
    TherapyClass,
    number
  >;
}

export function withoutFigures(cohorts: readonly Cohort[]): Cohort[] {
  return cohorts.filter(
    ({ figures, landmarks, medians }) => figures.length + landmarks.length + medians.length === 0,
  );
}

/** Number of figures and landmarks that are shown but never pooled, by reason. */
export function heldBack(cohorts: readonly Cohort[]): { hold: Hold; count: number }[] {
  const held = cohorts.flatMap(({ figures, landmarks }) =>
    [...figures, ...landmarks].map(({ hold }: Pick<Figure, "hold">) => hold),
  );
  return holds.map((hold) => ({ hold, count: held.filter((one) => one === hold).length }));
}

export interface TierCount {
  tier: Source["tier"];
  /** As listed: a paper about two cohorts counts twice. */
  sources: number;
  /** Figures, landmarks and medians from these sources. */
  figures: number;
}

const tiers: readonly Source["tier"][] = [1, 2, 3, 4];

export function sourcesByTier(cohorts: readonly Cohort[]): TierCount[] {
  const read = cohorts.flatMap(({ figures, landmarks, medians, sources }) =>
    [...figures, ...landmarks, ...medians].map(({ source }) => sources[source]?.tier),
  );
  const listed = cohorts.flatMap(({ sources }) => sources);
  return tiers.map((tier) => ({
    tier,
    sources: listed.filter((source) => source.tier === tier).length,
    figures: read.filter((one) => one === tier).length,
  }));
}
