/**
 * Finds the classes that report an outcome in any setting: an outcome that one class alone reports is never
 * compared.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "./dataset.ts";

export function listReportingClasses(
  outcome: string,
  { cohorts }: Pick<Dataset, "cohorts">,
): readonly TherapyClass[] {
  return therapyClasses.filter((group) =>
    cohorts.some((cohort) => cohort.therapyClass === group && hasPrintedOutcome(cohort, outcome)),
  );
}

/** Returns whether the cohort prints a figure of the outcome, poolable or not. */
export function hasPrintedOutcome(
  { figures, landmarks }: Pick<ComputeCohort, "figures" | "landmarks">,
  outcome: string,
): boolean {
  return [...figures, ...landmarks].some((figure) => figure.outcome === outcome);
}
