/**
 * Automatic appraisal of one contrast by stated rules; never a GRADE panel's judgement.
 * Separate single-arm cohorts give *low* at best; any reason below makes it *very low*.
 */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import { groups, shortName } from "../evidence/class-names.ts";
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
  pool: Pool;
  entries: readonly Entry[];
}

export function appraise(
  outcome: Outcome,
  evidence: Record<TherapyClass, GroupEvidence>,
  contrast: Contrast,
  dataset: Dataset,
): Certainty {
  if (contrast.status === "not-estimable") return { level: "not-rated", reasons: [] };
  const all = groups.flatMap((group) => evidence[group].entries);
  const reasons = [
    ...groups.flatMap((group) => thinEvidence(group, evidence[group])),
    ...groups.flatMap((group) => oneOrigin(group, evidence[group], dataset)),
    ...imprecision(contrast),
    ...groups.flatMap((group) => disagreement(group, evidence[group])),
    ...settingsMixed(all),
    ...populationsMixed(all),
    ...definitionMixed(outcome, all),
    ...priorBcmaMixed(all),
    ...priorLinesApart(evidence),
    ...(outcome.timeDependent ? followUpApart(evidence) : []),
  ];
  return { level: reasons.length > 0 ? "very-low" : "low", reasons };
}

/** What is not counted cannot be taken for many. */
function thinEvidence(group: TherapyClass, { pool }: GroupEvidence): Remark[] {
  const few = fewCohorts(group, pool);
  if (few.length > 0) return few;
  const name = shortName[group];
  const code = "few-patients";
  if (pool.n === null) {
    const text = `Not every ${name} cohort says how many patients it counted.`;
    return [{ code, label: `${name} size unknown`, text }];
  }
  if (pool.n >= rules.minimumPatients) return [];
  const text = `${name} rests on ${pool.n} patients; fewer than ${rules.minimumPatients}.`;
  return [{ code, label: `${pool.n} ${name} patients`, text }];
}

function oneOrigin(group: TherapyClass, { entries }: GroupEvidence, dataset: Dataset): Remark[] {
  const name = shortName[group];
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

function imprecision({ differenceInterval }: Contrast): Remark[] {
  if (differenceInterval === null) return [];
  const [lower, upper] = differenceInterval;
  const wide = upper - lower > rules.widestInterval;
  const undecided = lower < -rules.meaningfulDifference && upper > rules.meaningfulDifference;
  if (!wide && !undecided) return [];
  const text = undecided
    ? "The difference may be more than 10 of 100 in either direction."
    : "The interval of the difference is wider than 30 of 100.";
  return [{ code: "imprecise", label: "wide interval", text }];
}

function disagreement(group: TherapyClass, { pool }: GroupEvidence): Remark[] {
  if (pool.tau === null || pool.k < 2 || pool.tau <= rules.largestTau) return [];
  const name = shortName[group];
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

function priorLinesApart(evidence: Record<TherapyClass, GroupEvidence>): Remark[] {
  const [a, b] = groups.map((group) =>
    weightedMedian(perPatient(evidence[group], ({ cohort }) => cohort.medianPriorLines)),
  );
  if (a == null || b == null || Math.abs(a - b) < rules.priorLinesApart) return [];
  const text = `Median prior lines differ: CAR-T ${a}, BsAb ${b}.`;
  return [{ code: "prior-lines-differ", label: "prior lines differ", text }];
}

function followUpApart(evidence: Record<TherapyClass, GroupEvidence>): Remark[] {
  const reasons: Remark[] = [];
  const followUps = groups.map((group) =>
    perPatient(evidence[group], ({ followUpMonths }) => followUpMonths),
  );
  if (followUps.some((items) => unknownShare(items) > rules.largestUnknownFollowUp)) {
    const text = "Follow-up is not reported for more than a third of the patients of a class.";
    reasons.push({ code: "follow-up-unknown", label: "follow-up unknown", text });
  }
  const [a, b] = reasons.length > 0 ? [] : followUps.map(weightedMedian);
  if (a != null && b != null && Math.max(a, b) > rules.followUpRatio * Math.min(a, b)) {
    const text = `Follow-up differs: CAR-T ${a} months, BsAb ${b} months.`;
    reasons.push({ code: "follow-up-differs", label: "follow-up differs", text });
  }
  return reasons;
}

function perPatient(
  { entries }: GroupEvidence,
  value: (entry: Entry) => number | null,
): readonly Weighted[] {
  return entries.map((entry) => ({ value: value(entry), patients: entry.n }));
}
