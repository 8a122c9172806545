/** Gathers the figures of one class that can be pooled for one outcome, and why the others cannot. */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import {
  type ChosenFigure,
  type CountedFigure,
  chooseFigure,
  chooseLandmark,
  type FigureRules,
  type ScaledLandmark,
} from "./choose.ts";
import { sumPatientMonths, sumPatients } from "./grouping.ts";
import { type Dropped, selectWithoutOverlap } from "./overlap.ts";
import type { Refusal } from "./reasons.ts";

/** Holds the parameters of a query that decide which figures are pooled. */
export type GatherRules = FigureRules & Pick<Query, "overlap">;

export type Poolable = CountedFigure | ScaledLandmark;

export interface Entry<F extends Poolable = Poolable> {
  cohort: ComputeCohort;
  figure: F;
  /** `n` is `null` only for a landmark, which can be pooled without a number of patients. */
  n: F["n"];
  followUpMonths: number | null;
  /** Of a label pool that stands beside: its patients of selected trials, `n` of `of`; absent where all are. */
  ofSelected?: { readonly n: number; readonly of: number };
}

/** Holds a selected cohort that is not pooled, the reason, and the figure that it reports nevertheless. */
export interface Refused {
  cohort: ComputeCohort;
  reason: Refusal;
  /** `figure` is `null` if the cohort reports nothing for the outcome. */
  figure: ComputeFigure | ComputeLandmark | null;
}

export interface Gathered<F extends Poolable> {
  entries: readonly Entry<F>[];
  /**
   * `smallTrials` holds the figures of trials of fewer than 30 patients where a single larger trial alone is counted
   * (`trials.ts`).
   */
  smallTrials: readonly Entry<F>[];
  notPooled: readonly Refused[];
  dropped: readonly Dropped<Entry<F>>[];
  /** `settled` is false if another set of cohorts without overlap may hold more patients. */
  settled: boolean;
}

export function gatherCounts(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<CountedFigure> {
  return gatherFigures(cohorts, (cohort) => chooseFigure(cohort, outcome, rules), rules);
}

export function gatherLandmarks(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<ScaledLandmark> {
  return gatherFigures(cohorts, (cohort) => chooseLandmark(cohort, outcome, rules), rules);
}

function gatherFigures<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  choose: (cohort: ComputeCohort) => ChosenFigure<F, ComputeFigure | ComputeLandmark>,
  { overlap, cut }: GatherRules,
): Gathered<F> {
  const candidates: Entry<F>[] = [];
  const notPooled: Refused[] = [];
  for (const cohort of cohorts) {
    const choice = choose(cohort);
    if (choice.reason === null) {
      const { figure } = choice;
      candidates.push({ cohort, figure, n: figure.n, followUpMonths: figure.followUpMonths });
    } else {
      notPooled.push({ cohort, reason: choice.reason, figure: choice.nearest });
    }
  }
  const { needed, needless, replaced } = chooseBetweenLabelPoolsAndParts(candidates, cut);
  for (const { cohort, figure } of needless)
    notPooled.push({ cohort, reason: { code: "parts-report" }, figure });
  const { selection, settled, ...further } =
    overlap === "keep"
      ? { selection: needed, settled: true, dropped: [] }
      : selectWithoutOverlap(needed);
  const dropped = [...replaced, ...further.dropped];
  for (const { candidate, rival, kind, reason } of dropped) {
    const possibly = kind === "possible";
    notPooled.push({
      cohort: candidate.cohort,
      reason: { code: "shares-patients", possibly, cohort: rival.label, note: reason },
      figure: candidate.figure,
    });
  }
  return { entries: selection, smallTrials: [], notPooled, dropped, settled };
}

/**
 * Returns the candidates to pool, the pools that are not needed, and the parts that a pool replaces. A pool is used
 * only where none of its parts reports the outcome; where the question asks for the latest data, also in place of
 * parts that are the same patients and were followed for a shorter time.
 */
function chooseBetweenLabelPoolsAndParts<F extends Poolable>(
  candidates: readonly Entry<F>[],
  cut: GatherRules["cut"],
): { needed: Entry<F>[]; needless: Entry<F>[]; replaced: Dropped<Entry<F>>[] } {
  const needless: Entry<F>[] = [];
  const replaced: Dropped<Entry<F>>[] = [];
  for (const pool of candidates) {
    // Few cohorts are pools.
    if (pool.cohort.parts.length === 0) continue;
    const parts = candidates.filter(({ cohort }) => pool.cohort.parts.includes(cohort.id));
    if (parts.length === 0) continue;
    if (cut === "latest" && isPoolOfSameSizeFollowedLonger(pool, parts)) {
      for (const part of parts) replaced.push(makeDroppedPart(pool, part));
    } else needless.push(pool);
  }
  const left = new Set([...needless, ...replaced.map(({ candidate }) => candidate)]);
  return { needed: candidates.filter((candidate) => !left.has(candidate)), needless, replaced };
}

/** Returns whether a pool counts as many patients as its parts and follows them for longer, in patient-months. */
function isPoolOfSameSizeFollowedLonger(pool: Entry, parts: readonly Entry[]): boolean {
  return (
    sumPatients([pool]) === sumPatients(parts) && sumPatientMonths([pool]) > sumPatientMonths(parts)
  );
}

function makeDroppedPart<F extends Poolable>(
  { cohort }: Entry<F>,
  part: Entry<F>,
): Dropped<Entry<F>> {
  const edge = cohort.overlaps.find((overlap) => overlap.with === part.cohort.id);
  return { candidate: part, rival: cohort, kind: "contained", reason: edge?.reason ?? "" };
}
