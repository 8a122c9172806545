/** The shape of an answer: what `/v1/comparison` returns and every screen is drawn from. */
import type { Cohort, Outcome } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import type { Refusal } from "../evidence/reasons.ts";
import type { Patient } from "../question/patient.ts";
import type { Query } from "../question/query.ts";
import type { PoolStatus as FitStatus } from "../statistics/bayes/pool.ts";
import type { Interval } from "../statistics/types.ts";

export type { Interval } from "../statistics/types.ts";

/** A caution or a reason for low certainty: a stable code, a few words for the row, and the explanation. */
export interface Remark {
  code: string;
  /** At most four words, shown on the row. */
  label: string;
  text: string;
}

/** Where a figure was printed. */
export interface Citation {
  text: string;
  /** DOI or PubMed record; `null` where the publication has none, rather than a copy of it. */
  href: string | null;
  locator: string | null;
  /** 1 paper, regulator, label · 2 congress, company, review · 3 trade news. */
  tier: number;
  /**
   * DOI or PubMed record of the trial's own publication, whichever source the figure was read in:
   * a figure quoted from a review or a later paper still leads to the trial. `null` when the
   * sources hold none by the cohort's first author.
   */
  publication: string | null;
}

/** One cohort's own figure with its exact interval. */
export interface StudyResult {
  cohort: string;
  label: string;
  product: string;
  /** `null` for a landmark, which has no count. */
  events: number | null;
  n: number | null;
  estimate: number;
  /** Clopper–Pearson for counts; as printed (or from the number at risk) for landmarks. */
  interval: Interval;
  /** Percent of the information in the pool; adds up to 100. */
  weight: number;
  followUpMonths: number | null;
  population: Population;
  /** Alone, or together with other myeloma drugs. */
  regimen: "monotherapy" | "combination";
  design: Cohort["design"];
  cut: string;
  /** Index into the cohort's sources. */
  source: number;
  /** Filled by the API, which has the provenance at hand. */
  citation: Citation | null;
}

/** One product's own pool inside its class. */
export interface ProductPool {
  /** Slug, which is also the short name in use. */
  product: string;
  k: number;
  n: number | null;
  estimate: number;
  interval: Interval;
}

export interface FollowUp {
  /** Median of the cohorts' median follow-up, each cohort counted by its patients. */
  months: number | null;
  /** Share of patients whose follow-up is not reported. */
  unknownShare: number;
}

/** What the default model can say of itself, and what only the frequentist ones say: τ = 0, or no answer, so that the default model's is shown. */
export type PoolStatus = FitStatus | "boundary" | "fallback";

/** A selected cohort without a figure that can be pooled, and what it reports all the same. */
export interface NotPooled {
  cohort: string;
  label: string;
  /** A stable name of the reason. */
  code: Refusal["code"];
  reason: string;
  /** Of the refused figure nearest to the primary cut; all `null` when nothing is reported. */
  events: number | null;
  n: number | null;
  /** As printed; for landmarks the survival in percent. */
  percentPrinted: number | null;
  followUpMonths: number | null;
}

/** A median survival as a cohort printed it; medians are listed, never averaged. */
export interface MedianResult {
  cohort: string;
  label: string;
  months: number;
  /** An end that could not be estimated, or was not reached, is `null`; without a printed interval all of it is. */
  interval: readonly [lower: number | null, upper: number | null] | null;
  citation: Citation | null;
}

/** The random-effects summary of one outcome over the cohorts of one group. Proportions are 0–1. */
export interface Pool {
  status: PoolStatus;
  k: number;
  events: number | null;
  n: number | null;
  /** Rate of a typical cohort: posterior median of expit(μ). */
  estimate: number | null;
  interval: Interval | null;
  predictionInterval: Interval | null;
  /** Average over cohorts: E[expit(μ + τZ)]. */
  marginal: number | null;
  /** All events over all patients. */
  crude: number | null;
  tau: number | null;
  i2: number | null;
  followUp: FollowUp | null;
  products: readonly ProductPool[];
  studies: readonly StudyResult[];
  notPooled: readonly NotPooled[];
  /**
   * For landmarks: the medians of the selected cohorts. Filled by the API, which has the provenance
   * at hand; empty from `compare()`.
   */
  medians: readonly MedianResult[];
}

/**
 * One group against the reference, which is bispecifics where classes are compared: above 1, above
 * 0 = more events in the group.
 *
 * A landmark reads the other way round in part: its differences and `probabilityHigher` are those
 * of survival (above 0 = more patients alive or without progression in the group), while
 * `hazardRatio` stays with the event (above 1 = more deaths or progressions in the group).
 */
export interface Contrast<G extends string = TherapyClass> {
  group: G;
  against: G;
  status: "ok" | "not-estimable";
  oddsRatio: number | null;
  interval: Interval | null;
  /** For landmarks: ratio of the cumulative hazards of the event at that month. */
  hazardRatio: number | null;
  hazardRatioInterval: Interval | null;
  /** The two estimates subtracted, per 100 patients, so that the three numbers of a row agree. */
  differencePer100: number | null;
  /**
   * 100 × the posterior median of the difference: what an analysis of the difference itself
   * reports (`riskDifferenceMedian` in the reference fixtures). It lies near `differencePer100`, not on it: a median of differences is no difference of medians.
   */
  differenceMedian: number | null;
  /** Equal-tailed 95 % interval of the posterior difference, per 100 patients. */
  differenceInterval: Interval | null;
  /** Posterior probability that the rate (for landmarks: the survival) is higher in the group; `null` by frequentist models. */
  probabilityHigher: number | null;
  /** Of no difference, two-sided; `null` by the default model. */
  pValue: number | null;
}

export interface Certainty {
  /** `not-rated` when there is nothing to contrast. */
  level: "low" | "very-low" | "not-rated";
  reasons: readonly Remark[];
}

export interface OutcomeComparison<G extends string = TherapyClass> {
  outcome: string;
  label: string;
  detail: string | null;
  phrase: string;
  group: Outcome["group"];
  direction: Outcome["direction"];
  timeDependent: boolean;
  appliesTo: readonly TherapyClass[];
  pools: Record<G, Pool>;
  /** Every other group against the reference, in the order of the groups. */
  contrasts: readonly Contrast<G>[];
  certainty: Certainty;
  cautions: readonly Remark[];
}

/** A filter that could be relaxed, and what would be left then. */
export interface Relaxation {
  parameter: string;
  /** Canonical query without that filter. */
  query: string;
  cohorts: Record<TherapyClass, number>;
}

/** The published meta-analysis whose question is asked. */
export interface AskedSet {
  id: string;
  name: string;
  /** Cohorts of ours / cohorts it pooled; `null` where its list is not public. */
  cohorts: number | null;
  used: number | null;
  /** Whether the question says anything that the set does not. */
  modified: boolean;
}

/** A selected cohort, and why it does not fit or cannot be told to. */
export interface PatientCohort {
  cohort: string;
  label: string;
  therapyClass: TherapyClass;
  /** `null` when it fits. */
  reason: string | null;
}

/** The selected cohorts by whether they enrolled such patients. */
export interface PatientFit extends Patient {
  fits: readonly PatientCohort[];
  outside: readonly PatientCohort[];
  /** Kept, unless only confirmed ones were asked for. */
  notReported: readonly PatientCohort[];
}

/** `G` are the groups: the two classes unless the question compares by something else. */
export interface Comparison<G extends string = TherapyClass> {
  answerVersion: string;
  dataVersion: string;
  dataDate: string;
  /** What was asked, defaults included. */
  query: Query;
  /** Canonical query string; empty for the default question. */
  canonical: string;
  href: string;
  /** `null` for the current evidence. */
  set: AskedSet | null;
  groups: readonly G[];
  /** How each group is called. */
  groupNames: Record<G, string>;
  /** The group every contrast is read against; `null` without any group. */
  reference: G | null;
  outcomes: readonly OutcomeComparison<G>[];
  cautions: readonly Remark[];
  selection: {
    included: readonly {
      cohort: string;
      label: string;
      therapyClass: TherapyClass;
      product: string;
      group: G;
    }[];
    excluded: readonly {
      cohort: string;
      label: string;
      therapyClass: TherapyClass;
      parameter: string;
      reason: string;
    }[];
    cohorts: Record<G, number>;
    /** Filled when a class, or every group, is empty: the filters to relax, most helpful first. */
    relax: readonly Relaxation[];
    /** Canonical query for the same outcomes with every filter at its default. */
    reset: string;
  };
  review: { status: "not-reviewed" | "reviewed"; statement: string };
  /** Only where something was said of a patient. */
  patient?: PatientFit;
}
