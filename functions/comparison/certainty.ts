/**
 * Automatic appraisal of one contrast by stated rules; never a GRADE panel's judgement.
 * Separate single-arm cohorts give *low* at best; any reason below makes it *very low*.
 */
import type { Outcome } from "../../data/schema.ts";
import type { TherapyClass } from "../../data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Certainty, Contrast, Pool, Remark } from "./answer.ts";
import { groups, shortName } from "./class-names.ts";
import { unknownShare, type Weighted, weightedMedian } from "./patients.ts";

export const rules = {
  minimumCohorts: 3,
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
    ...mixtures(all),
    ...priorLinesApart(evidence),
    ...(outcome.timeDependent ? followUpApart(evidence) : []),
  ];
  return { level: reasons.length > 0 ? "very-low" : "low", reasons };
}

function thinEvidence(group: TherapyClass, { pool }: GroupEvidence): Remark[] {
  const name = shortName[group];
  if (pool.k < rules.minimumCohorts) {
    const cohorts = pool.k === 1 ? "1 cohort" : `${pool.k} cohorts`;
    const label = `${pool.k} ${name} ${pool.k === 1 ? "cohort" : "cohorts"}`;
    return [{ code: "few-cohorts", label, text: `${name} rests on ${cohorts}; fewer than 3.` }];
  }
  if (pool.n !== null && pool.n < rules.minimumPatients) {
    const text = `${name} rests on ${pool.n} patients; fewer than 100.`;
    return [{ code: "few-patients", label: `${pool.n} ${name} patients`, text }];
  }
  return [];
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
  return [{ code: "heterogeneous", label: `${name} trials disagree`, text }];
}

function mixtures(entries: readonly Entry[]): Remark[] {
  const reasons: Remark[] = [];
  const several = (values: Iterable<unknown>) => new Set(values).size > 1;
  if (several(entries.map(({ cohort }) => cohort.setting))) {
    const text = "Early and late treatment settings are pooled together.";
    reasons.push({ code: "settings-mixed", label: "settings mixed", text });
  }
  if (several(entries.map(({ figure }) => populationKind(figure.population)))) {
    const text = "Some cohorts count all patients, others only evaluable or all randomised ones.";
    reasons.push({ code: "populations-mixed", label: "populations mixed", text });
  }
  if (definitionsMixed(entries)) {
    const text = "Events were graded or defined in different ways.";
    reasons.push({ code: "definition-mixed", label: "definitions mixed", text });
  }
  if (priorBcmaMixed(entries)) {
    const text = "Some cohorts include patients with earlier BCMA therapy, others none.";
    reasons.push({ code: "prior-bcma-mixed", label: "earlier BCMA mixed", text });
  }
  return reasons;
}

/** Safety sets of the treated patients are the treated patients. */
function populationKind(population: Entry["figure"]["population"]): string {
  return population === "safety" ? "treated" : population;
}

/** Known scales or grade ranges that differ; what is not stated cannot be told apart. */
export function definitionsMixed(entries: readonly Entry[]): boolean {
  const scales = new Set<string>();
  const grades = new Set<string>();
  for (const { figure } of entries) {
    if (!("grading" in figure)) continue;
    if (figure.grading !== "unknown") scales.add(figure.grading);
    if (figure.grades !== null) grades.add(figure.grades);
  }
  return scales.size > 1 || grades.size > 1;
}

/** Whether cohorts known to have had earlier BCMA therapy stand beside cohorts known to have had none. */
export function priorBcmaMixed(entries: readonly Entry[]): boolean {
  const kinds = new Set(entries.map(({ cohort }) => cohort.priorBcma));
  return kinds.has("none") && (kinds.has("some") || kinds.has("required"));
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
  const [a, b] = followUps.map(weightedMedian);
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
