/**
 * What the evidence holds, independent of any question: which cohorts report an outcome, and which
 * of them can be pooled.
 */

import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { type GatherRules, gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { evidenceKinds, settings, type TherapyClass } from "#data/vocabulary.ts";

/** `printed`: there is a figure, but none that can be pooled. */
export type Reported = "pooled" | "printed" | "nothing";

export interface OutcomeCoverage {
  outcome: Outcome;
  /** By id of the cohort. Without cohorts whose class cannot have the outcome. */
  reported: ReadonlyMap<string, Reported>;
}

/** Cohorts that are compared with each other: one class, one setting, one kind of evidence. */
export interface Stratum {
  therapyClass: TherapyClass;
  setting: ComputeCohort["setting"];
  evidence: ComputeCohort["evidence"];
}

export const strata: readonly Stratum[] = groups.flatMap((therapyClass) =>
  settings.flatMap((setting) =>
    evidenceKinds.map((evidence) => ({ therapyClass, setting, evidence })),
  ),
);

export function isIn({ therapyClass, setting, evidence }: Stratum, cohort: ComputeCohort): boolean {
  return (
    cohort.therapyClass === therapyClass &&
    cohort.setting === setting &&
    cohort.evidence === evidence
  );
}

export function coverageOf(
  { cohorts, outcomes }: Pick<Dataset, "cohorts" | "outcomes">,
  rules: GatherRules,
): OutcomeCoverage[] {
  return outcomes.map((outcome) => {
    const able = cohorts.filter(({ therapyClass }) => outcome.appliesTo.includes(therapyClass));
    const gather = outcome.kind === "count" ? gatherCounts : gatherLandmarks;
    const pooled = new Set(gather(able, outcome, rules).entries.map(({ cohort }) => cohort.id));
    const reportedBy = (cohort: ComputeCohort): Reported => {
      if (pooled.has(cohort.id)) return "pooled";
      return prints(cohort, outcome) ? "printed" : "nothing";
    };
    return { outcome, reported: new Map(able.map((cohort) => [cohort.id, reportedBy(cohort)])) };
  });
}

function prints({ figures, landmarks }: ComputeCohort, { id }: Outcome): boolean {
  return [...figures, ...landmarks].some(({ outcome }) => outcome === id);
}

/** How many of these cohorts can be pooled, and how many print any figure. */
export function countReported(
  cohorts: readonly ComputeCohort[],
  { reported }: OutcomeCoverage,
): { pooled: number; printed: number } {
  const found = cohorts.map(({ id }) => reported.get(id));
  const pooled = found.filter((one) => one === "pooled").length;
  return { pooled, printed: pooled + found.filter((one) => one === "printed").length };
}

/** Outcomes that a class can have but none of its cohorts prints. */
export function unreportedBy(
  therapyClass: TherapyClass,
  { cohorts }: Pick<Dataset, "cohorts">,
  coverage: readonly OutcomeCoverage[],
): Outcome[] {
  const own = cohorts.filter((cohort) => cohort.therapyClass === therapyClass);
  return coverage
    .filter(({ outcome }) => outcome.appliesTo.includes(therapyClass))
    .filter((one) => countReported(own, one).printed === 0)
    .map(({ outcome }) => outcome);
}
