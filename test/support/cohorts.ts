/** Made-up evidence with defaults, so that a test states only what matters to it. */

import type { Dataset } from "#core/evidence/dataset.ts";
import { filterNames } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import {
  makeChangeThatWidensFilter,
  makeDefaultQueryForOutcomes,
} from "#core/question/query-text.ts";
import {
  type ComputeApproval,
  type ComputeCohort,
  type ComputeFigure,
  type ComputeLandmark,
  type ComputeProduct,
  comparedBaseline,
} from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";

const unreported = Object.fromEntries(comparedBaseline.map((field) => [field, null])) as Record<
  (typeof comparedBaseline)[number],
  null
>;

/** Returns a CAR-T trial in the late setting that the default question includes. */
export function cohort(id: string, over: Partial<ComputeCohort> = {}): ComputeCohort {
  return {
    id,
    label: id.toUpperCase(),
    year: 2024,
    therapyClass: "car-t",
    product: "alpha-cel",
    targets: ["bcma"],
    construct: null,
    design: "single-arm",
    doses: "recommended",
    evidence: "trial",
    regimen: "monotherapy",
    regimenPartners: [],
    setting: "late",
    admittedLines: null,
    refractoryTo: [],
    priorBcma: "none",
    priorBcmaKinds: [],
    region: "us",
    followUpMonths: 12,
    parts: [],
    trial: id,
    pooledTrials: [],
    covidVaccines: null,
    network: null,
    overlaps: [],
    ...unreported,
    n: 100,
    medianAge: 62,
    medianPriorLines: 5,
    figures: [],
    landmarks: [],
    ...over,
  };
}

/** Returns a trial of a bispecific antibody in the late setting that the default question includes. */
export function bispecific(id: string, over: Partial<ComputeCohort> = {}): ComputeCohort {
  return cohort(id, { therapyClass: "bsab", product: "betamab", ...over });
}

/** Returns a count among all treated patients, from the primary cut of a paper. */
export function figure(
  outcome: string,
  events: number | null,
  n: number | null,
  over: Partial<ComputeFigure> = {},
): ComputeFigure {
  return {
    outcome,
    events,
    n,
    percentPrinted: null,
    population: "treated",
    cut: "primary",
    followUpMonths: 12,
    timeOrigin: null,
    grading: "unknown",
    grades: null,
    hold: null,
    source: 0,
    tier: 1,
    ...over,
  };
}

/** Returns a survival landmark with a printed interval, from the primary cut of a paper. */
export function landmark(
  outcome: string,
  survival: number,
  over: Partial<ComputeLandmark> = {},
): ComputeLandmark {
  return {
    outcome,
    survival,
    interval: [survival - 0.1, survival + 0.1],
    atRisk: null,
    n: 100,
    population: "treated",
    cut: "primary",
    followUpMonths: 18,
    timeOrigin: null,
    hold: null,
    source: 0,
    tier: 1,
    ...over,
  };
}

/** Returns an outcome that is a count, a benefit, and independent of time. */
export function outcome(id: string, over: Partial<Outcome> = {}): Outcome {
  return {
    id,
    label: id,
    detail: null,
    phrase: `had ${id}`,
    group: "efficacy",
    direction: "benefit",
    kind: "count",
    over: "all",
    timeDependent: false,
    observed: null,
    summary: null,
    appliesTo: ["car-t", "bsab"],
    notFor: null,
    partOf: null,
    ...over,
  };
}

export const orr = outcome("orr", { summary: 1, phrase: "responded", role: "response" });
export const infection = outcome("infection-3", {
  group: "toxicity",
  direction: "harm",
  timeDependent: true,
  summary: 3,
  phrase: "had a severe infection",
  preventedBy: "immunoglobulin-replacement",
});
export const crs = outcome("crs-3", {
  group: "toxicity",
  direction: "harm",
  summary: 2,
  phrase: "had severe CRS",
  scale: "astct",
});
export const icans = outcome("icans-3", {
  group: "toxicity",
  direction: "harm",
  scale: "astct",
  broader: "neurotoxicity-3",
});
export const pfs = outcome("pfs-12", { group: "survival", kind: "landmark", summary: 4 });
export const infused = outcome("infused", {
  over: "leukapheresed",
  summary: 5,
  appliesTo: ["car-t"],
  notFor: "no manufacturing step",
});

export function product(
  slug: string,
  therapyClass: ComputeProduct["therapyClass"],
  over: Partial<ComputeProduct> = {},
): ComputeProduct {
  return {
    slug,
    name: slug,
    therapyClass,
    brandNames: [],
    targets: ["bcma"],
    contains: [],
    approvals: [approvedIn("us")],
    ...over,
  };
}

/** Returns an approval in force, of the product alone, after three lines or more. */
export function approvedIn(
  region: ComputeApproval["region"],
  over: Partial<ComputeApproval> = {},
): ComputeApproval {
  return {
    region,
    status: "approved",
    date: "2024-01-01",
    kind: "full",
    partners: [],
    priorLines: { min: 3, max: null },
    requires: [],
    refractoryTo: [],
    progressionOnLast: null,
    confidence: "high",
    sources: [0],
    inForce: true,
    isOverdue: false,
    ...over,
  };
}

const products = [
  product("alpha-cel", "car-t"),
  product("gamma-cel", "car-t"),
  product("unapproved-cel", "car-t", { approvals: [] }),
  product("betamab", "bsab"),
  product("deltamab", "bsab"),
  product("gprc5d-mab", "bsab", { targets: ["gprc5d"] }),
];

export function datasetOf(cohorts: ComputeCohort[], over: Partial<Dataset> = {}): Dataset {
  return {
    compared: { randomised: 0, adjusted: 2 },
    sets: [],
    cohorts,
    products,
    outcomes: [orr, crs, infection, pfs, infused],
    presets: [],
    review: {
      rules: [],
      signed: {},
      dataDate: "2026-01-02",
      checks: [],
    },
    dataVersion: "made-up",
    answerVersion: "made-up-0",
    ...over,
  };
}

/** The question with every filter at its widest, so that no cohort is excluded. */
export const widest: Query = Object.assign(
  makeDefaultQueryForOutcomes({ outcome: [] }),
  ...filterNames.map(makeChangeThatWidensFilter),
);

export function widestBut(over: Partial<Query>): Query {
  return { ...widest, ...over };
}
