/**
 * Automatic appraisal of one contrast by stated rules; never a GRADE panel's judgement.
 * Separate single-arm cohorts give *low* at best; any reason below makes it *very low*.
 */
import type { Outcome } from "../../data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Certainty, Contrast, Pool, Remark } from "./answer.ts";
import { unknownShare, type Weighted, weightedMedian } from "./patients.ts";
import {
  definitionMixed,
  fewCohorts,
  minimumCohorts,
  priorBcmaMixed,
  settingsMixed,
} from "./shared-remarks.ts";

export const rules = {
  minimumCohorts,
  minimumPatients: 100,
  /** Percentage points. */
  widestInterval: 30,
  /** An interval that reaches both −10 and +10 tells nothing about the direction. */
  meaningfulDifference: 10,
  largestTau: 1,
  priorLinesApart: 2,
  followUpRatio: 1.5,
  largestUnknownFollowUp: 1 / 3,
} as const;

/** Median follow-up of a pool in months; `null` where too few patients' is reported to speak for all. */
export function knownFollowUp({ followUp }: Pool): number | null {
  if (followUp === null || followUp.unknownShare > rules.largestUnknownFollowUp) return null;
  return followUp.months;
}

export interface GroupEvidence {
  id: string;
  /** For a label: "CAR-T". */
  short: string;
  pool: Pool;
  entries: readonly Entry[];
}

/** One appraisal for all contrasts of a row: what speaks against one of them speaks against the row. */
export function appraise(
  outcome: Outcome,
  evidence: readonly GroupEvidence[],
  contrasts: readonly Contrast<string>[],
  dataset: Dataset,
): Certainty {
  const estimable = contrasts.filter(({ status }) => status === "ok");
  if (estimable.length === 0) return { level: "not-rated", reasons: [] };
  const contrasted = evidence.filter(({ id }) =>
    estimable.some(({ group, against }) => group === id || against === id),
  );
  const all = contrasted.flatMap(({ entries }) => entries);
  const reasons = [
    ...contrasted.flatMap(thinEvidence),
    ...contrasted.flatMap((group) => oneOrigin(group, dataset)),
    ...imprecision(estimable),
    ...contrasted.flatMap(disagreement),
    ...settingsMixed(all),
    ...populationsMixed(all),
    ...definitionMixed(outcome, all),
    ...priorBcmaMixed(all),
    ...priorLinesApart(contrasted),
    ...(outcome.timeDependent ? followUpApart(contrasted) : []),
  ];
  return { level: reasons.length > 0 ? "very-low" : "low", reasons };
}

/** What is not counted cannot be taken for many. */
function thinEvidence(group: GroupEvidence): Remark[] {
  const few = fewCohorts(group);
  if (few.length > 0) return few;
  const { pool, short: name } = group;
  const code = "few-patients";
  if (pool.n === null) {
    const text = `Not every ${name} cohort says how many patients it counted.`;
    return [{ code, label: `${name} size unknown`, text }];
  }
  if (pool.n >= rules.minimumPatients) return [];
  const text = `${name} rests on ${pool.n} patients; fewer than ${rules.minimumPatients}.`;
  return [{ code, label: `${pool.n} ${name} patients`, text }];
}

function oneOrigin({ entries, short: name }: GroupEvidence, dataset: Dataset): Remark[] {
  const products = new Set(entries.map(({ cohort }) => cohort.product));
  if (products.size === 1) {
    const text = `All ${name} cohorts tested one product.`;
    return [{ code: "one-product", label: `one ${name} product`, text }];
  }
  const sponsors = new Set(
    [...products].map((slug) => dataset.products.find((product) => product.slug === slug)?.sponsor),
  );
  if (sponsors.size > 1 || sponsors.has(undefined) || sponsors.has(null)) return [];
  const text = `All ${name} products come from one sponsor.`;
  return [{ code: "one-sponsor", label: `one ${name} sponsor`, text }];
}

function imprecision(contrasts: readonly Contrast<string>[]): Remark[] {
  const intervals = contrasts.flatMap(({ differenceInterval: one }) => (one ? [one] : []));
  const wide = intervals.some(([lower, upper]) => upper - lower > rules.widestInterval);
  const undecided = intervals.some(
    ([lower, upper]) => lower < -rules.meaningfulDifference && upper > rules.meaningfulDifference,
  );
  if (!wide && !undecided) return [];
  const text = undecided
    ? "The difference may be more than 10 of 100 in either direction."
    : "The interval of the difference is wider than 30 of 100.";
  return [{ code: "imprecise", label: "wide interval", text }];
}

function disagreement({ pool, short: name }: GroupEvidence): Remark[] {
  if (pool.tau === null || pool.k < 2 || pool.tau <= rules.largestTau) return [];
  const text = `${name} cohorts differ widely from each other (τ ${pool.tau.toFixed(1)} on the logit scale).`;
  return [{ code: "heterogeneous", label: `${name} cohorts disagree`, text }];
}

function populationsMixed(entries: readonly Entry[]): Remark[] {
  const kinds = [...new Set(entries.map(({ figure }) => populationKind(figure.population)))];
  if (kinds.length < 2) return [];
  const text = `Patients are counted differently: ${kinds.join(" in some cohorts, ")} in others.`;
  return [{ code: "populations-mixed", label: "populations mixed", text }];
}

/** Safety sets of the treated patients are the treated patients. */
function populationKind(population: Entry["figure"]["population"]): string {
  return population === "safety" ? "treated" : population;
}

function priorLinesApart(evidence: readonly GroupEvidence[]): Remark[] {
  const text = mediansApart(
    evidence,
    ({ cohort }) => cohort.medianPriorLines,
    (least, most) => most - least >= rules.priorLinesApart,
  );
  if (text === null) return [];
  const label = "prior lines differ";
  return [{ code: "prior-lines-differ", label, text: `Median ${label}: ${text}.` }];
}

function followUpApart(evidence: readonly GroupEvidence[]): Remark[] {
  const followUp = ({ followUpMonths }: Entry) => followUpMonths;
  const unknown = evidence.map((group) => unknownShare(perPatient(group, followUp)));
  if (Math.max(...unknown) > rules.largestUnknownFollowUp) {
    const text = "Follow-up is not reported for more than a third of the patients of a group.";
    return [{ code: "follow-up-unknown", label: "follow-up unknown", text }];
  }
  const text = mediansApart(
    evidence,
    followUp,
    (least, most) => most > rules.followUpRatio * least,
    " months",
  );
  if (text === null) return [];
  const code = "follow-up-differs";
  return [{ code, label: "follow-up differs", text: `Follow-up differs: ${text}.` }];
}

/** The median of each group that has one, where the least and the most of them are apart. */
function mediansApart(
  evidence: readonly GroupEvidence[],
  value: (entry: Entry) => number | null,
  apart: (least: number, most: number) => boolean,
  unit = "",
): string | null {
  const values: number[] = [];
  const parts = evidence.flatMap((group) => {
    const median = weightedMedian(perPatient(group, value));
    if (median === null) return [];
    values.push(median);
    return [`${group.short} ${median}${unit}`];
  });
  return values.length > 1 && apart(Math.min(...values), Math.max(...values))
    ? parts.join(", ")
    : null;
}

function perPatient(
  { entries }: GroupEvidence,
  value: (entry: Entry) => number | null,
): readonly Weighted[] {
  return entries.map((entry) => ({ value: value(entry), patients: entry.n }));
}
