/** Tells what clinicians have checked of what stands behind an answer. It alone reads the signatures of an answer. */

import type { ComputeCohort } from "#data/compute-set.ts";
import type { reviewStatuses } from "#data/review-parts.ts";
import type { ApiReview, Review } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isAboveRows } from "../others/codes.ts";
import type { Answer, Pool } from "./answer.ts";
import { listEvidenceByProduct } from "./evidence.ts";

/** Counts units, each of one or more signed parts: a trial may be several cohorts. */
export interface ReviewState {
  readonly status: (typeof reviewStatuses)[number];
  readonly units: number;
  /** Counts the units that are checked as they are now, every part of each. */
  readonly checked: number;
  /** Counts the units of which a part has changed since it was checked. */
  readonly changed: number;
  /** Holds the signatures that still hold; where none does, those that held. */
  readonly signatures: readonly ApiReview[];
}

/** Returns the state of review of units, each of which lists its parts by name. */
export function countReviewed(
  units: readonly (readonly string[])[],
  { signed }: Pick<Review, "signed">,
): ReviewState {
  const states = units.map((parts) => parts.map((part) => signed[part]));
  const checked = states.filter((of) => of.every((review) => review?.isCurrent)).length;
  const changed = states.filter((of) => of.some((review) => review?.isCurrent === false)).length;
  const all = states.flat().filter((review) => review !== undefined);
  const unchecked = changed === 0 ? "not-reviewed" : "changed";
  const partly = checked < units.length ? "partly-reviewed" : "reviewed";
  const status = checked === 0 ? unchecked : partly;
  return {
    status,
    units: units.length,
    checked,
    changed,
    signatures: all.filter(({ isCurrent }) => isCurrent === checked > 0),
  };
}

type Answered = Pick<Answer<string>, "outcomes" | "randomised">;

/** Returns what is checked of the trials behind an answer: those that its rows show, and randomised ones above them. */
export function reviewAnswer(answer: Answered, { cohorts, review }: Dataset): ReviewState {
  const shown = new Set([
    ...answer.outcomes.flatMap(({ pools }) => Object.values(pools).flatMap(listShownCohorts)),
    ...answer.randomised
      .filter(isAboveRows)
      .flatMap(({ arms }) => arms.map(({ cohort }) => cohort)),
  ]);
  return countReviewed(groupByTrial(cohorts.filter(({ id }) => shown.has(id))), review);
}

const listShownCohorts = (pool: Pool) =>
  listEvidenceByProduct(pool).flatMap(({ evidence }) => evidence.map(({ cohort }) => cohort));

/** Returns the cohorts of each trial; a pooling of trials stands for each that it holds. */
function groupByTrial(cohorts: readonly ComputeCohort[]): string[][] {
  const trials = new Map<string, string[]>();
  for (const { id, trial, pooledTrials } of cohorts) {
    for (const name of pooledTrials.length > 0 ? pooledTrials : [trial]) {
      trials.set(name, [...(trials.get(name) ?? []), id]);
    }
  }
  return [...trials.values()];
}
