/** Defines the evidence as the pure code uses it: the compute set and the versions of every answer. */
import type { ComputeCohort, ComputeSet } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { findFamilyOfSurvivalOutcome } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { PresetQuestion } from "../question/parse-query.ts";
import type { Query } from "../question/query.ts";
import { isOutcomeInGroups } from "../question/read-values.ts";

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly PresetQuestion[];
  dataVersion: string;
  answerVersion: string;
}

/**
 * Returns the outcomes that stand in where an outcome was not counted: its parts, as fatal infection is a part of death
 * without relapse, and the one that the data name beside them.
 */
export function listNarrower(outcome: string, { outcomes }: Pick<Dataset, "outcomes">): Outcome[] {
  const named = outcomes.find(({ id }) => id === outcome)?.narrower;
  return outcomes.filter(({ id, partOf }) => partOf === outcome || id === named);
}

/** Returns whether a therapy directed at any of these antigens can have the outcome. */
export function canOutcomeOccurWithTargets(
  { targets }: Pick<Outcome, "targets">,
  antigens: readonly string[],
): boolean {
  return targets === undefined || targets.some((antigen) => antigens.includes(antigen));
}

/**
 * Returns the requested outcomes: the summary set in its own order, then the others in the order of the
 * vocabulary. A harm that follows from a target belongs to its group only if the question includes that target;
 * requested by name, it is in every question.
 */
export function listRequestedOutcomes(
  { outcome: names, target }: Query,
  { outcomes }: Dataset,
): Outcome[] {
  const wantsSummary = names.length === 0 || names.includes("summary");
  const last = Number.MAX_SAFE_INTEGER;
  return outcomes
    .filter(
      (outcome) =>
        (wantsSummary && outcome.summary !== null) ||
        names.includes(outcome.id) ||
        names.includes(findFamilyOfSurvivalOutcome(outcome) ?? outcome.id) ||
        (isOutcomeInGroups(outcome, names) &&
          (target.includes("any") || canOutcomeOccurWithTargets(outcome, target))),
    )
    .sort((a, b) => (wantsSummary ? (a.summary ?? last) - (b.summary ?? last) : 0));
}

/**
 * Returns the classes that report an outcome in any setting: an outcome that one class alone reports is never
 * compared.
 */
export function listReportingClasses(
  outcome: string,
  { cohorts }: Pick<Dataset, "cohorts">,
): readonly TherapyClass[] {
  return therapyClasses.filter((group) =>
    cohorts.some((cohort) => cohort.therapyClass === group && hasPrintedOutcome(cohort, outcome)),
  );
}

/** Returns whether the cohort prints a figure of the outcome, poolable or not; what was only inferred is not printed. */
export function hasPrintedOutcome(
  { figures, landmarks }: Pick<ComputeCohort, "figures" | "landmarks">,
  outcome: string,
): boolean {
  return [...figures, ...landmarks].some(
    (figure) => figure.outcome === outcome && figure.hold !== "inferred",
  );
}
