/** Defines counts and landmarks: how the figures of either kind are gathered, pooled and shown. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { CountedFigure, ScaledLandmark } from "../evidence/choose.ts";
import {
  type Entry,
  type Gathered,
  type GatherRules,
  gatherLandmarks,
  type Poolable,
} from "../evidence/gather.ts";
import { gatherCountsOverAskedPatients } from "../evidence/leukapheresed.ts";
import {
  countTrialsOfEntriesIncludingPooled,
  isTwoTrialDrug,
  mergeCohortsByTrial,
  separateSmallTrialsFromOneLarge,
} from "../evidence/trials.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import { clopperPearson } from "../statistics/interval.ts";
import {
  CLOGLOG,
  type EffectSize,
  makeLogHazardEffectSizes,
  makeLogitEffectSizes,
  transformIntervalByLink,
} from "../statistics/scales.ts";
import { normalQuantile } from "../statistics/special/normal.ts";
import type { Interval } from "./answer.ts";
import type { Figures } from "./fit.ts";

// Gives a count as a rate with the exact interval, which rests on no model.

interface ExactRate {
  /** `estimate` is a proportion, 0 to 1. */
  readonly estimate: number;
  readonly interval: Interval;
}

/** Caches intervals by count. The counts in the data limit its size. */
const rates = new Map<string, ExactRate>();

/** Returns the rate of a count; it is cached, because every row of a cohort shows its own interval. */
export function makeRateWithExactInterval(events: number, n: number): ExactRate {
  const key = `${events}/${n}`;
  const rate = rates.get(key) ?? { estimate: events / n, interval: clopperPearson(events, n) };
  rates.set(key, rate);
  return rate;
}

export interface OutcomeType<F extends Poolable> {
  gather: (cohorts: readonly ComputeCohort[], outcome: Outcome, rules: GatherRules) => Gathered<F>;
  /**
   * Returns whether figures are shown by trial, without a common number: survival at a month, and counts of one drug in
   * two trials.
   */
  isByTrial: (entries: readonly Entry<F>[]) => boolean;
  /** Returns the number of trials whose patients the figures count. */
  trialsIn: (entries: readonly Pick<Entry, "cohort">[]) => number;
  /** Returns small trials separately where one large trial is counted alone; survival is listed by trial anyway. */
  withoutSmallTrials: (gathered: Gathered<F>) => Gathered<F>;
  /** Adds up the counts of the cohorts of each trial to one figure; survival is never added up. */
  addCohortsOfTrials: (entries: readonly Entry<F>[]) => readonly Entry<F>[];
  /** Returns the figures of entries as they are; {@link makeFiguresToPool} adds cohorts of one trial before. */
  figures: (entries: readonly Entry<F>[]) => Figures;
  /** Returns each figure with its sampling variance on the scale of the linear predictor. */
  effects: (entries: readonly Entry<F>[]) => EffectSize[];
  /** Returns the figure of a cohort; `countFrom` is set where its count is made of two printed figures. */
  estimateOf: (entry: Entry<F>) => {
    events: number | null;
    estimate: number;
    interval: Interval;
    countFrom?: "infused";
  };
}

export const counts: OutcomeType<CountedFigure> = {
  gather: gatherCountsOverAskedPatients,
  isByTrial: isTwoTrialDrug,
  trialsIn: countTrialsOfEntriesIncludingPooled,
  withoutSmallTrials: separateSmallTrialsFromOneLarge,
  addCohortsOfTrials: mergeCohortsByTrial,
  figures: (entries) => ({ kind: "count", figures: listEntryFigures(entries) }),
  effects: (entries) => makeLogitEffectSizes(listEntryFigures(entries)),
  estimateOf: ({ figure: { events, n, countFrom } }) => ({
    events,
    ...makeRateWithExactInterval(events, n),
    ...(countFrom && { countFrom }),
  }),
};

export const landmarks: OutcomeType<ScaledLandmark> = {
  gather: gatherLandmarks,
  isByTrial: () => true,
  trialsIn: countTrialsOfEntriesIncludingPooled,
  withoutSmallTrials: (gathered) => gathered,
  addCohortsOfTrials: (entries) => entries,
  figures: (entries) => ({ kind: "landmark", figures: listEntryFigures(entries) }),
  effects: (entries) =>
    makeLogHazardEffectSizes(listEntryFigures(entries).map(({ hazard }) => hazard)),
  estimateOf: ({ figure: { survival, interval, hazard } }) => {
    const half = normalQuantile(0.975) * hazard.se;
    return {
      events: null,
      estimate: survival,
      interval: interval ?? transformIntervalByLink(CLOGLOG, [hazard.y - half, hazard.y + half]),
    };
  },
};

/**
 * Returns the outcome type for a question. A question about a published set pools cohort by cohort, as the
 * publication did, shows nothing by trial, and leaves out no small trials.
 */
export function adaptOutcomeTypeToPublishedSet<F extends Poolable>(
  type: OutcomeType<F>,
  query: Pick<Query, "set">,
): OutcomeType<F> {
  if (hasNoPublishedSet(query)) return type;
  return {
    ...type,
    isByTrial: () => false,
    trialsIn: (entries) => entries.length,
    withoutSmallTrials: (gathered) => gathered,
    addCohortsOfTrials: (entries) => entries,
  };
}

/** Makes the figures that a model pools: one a trial, or one a cohort in a published set. */
export function makeFiguresToPool<F extends Poolable>(
  type: OutcomeType<F>,
  entries: readonly Entry<F>[],
): Figures {
  return type.figures(type.addCohortsOfTrials(entries));
}

function listEntryFigures<F extends Poolable>(entries: readonly Entry<F>[]): F[] {
  return entries.map(({ figure }) => figure);
}
