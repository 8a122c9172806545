/** Made-up parts of an answer, for tests of code that rates or displays answers. */

import type {
  Analysis,
  Answer,
  Contrast,
  HeadToHead,
  MedianResult,
  MonthOfTrial,
  NotPooled,
  Pool,
  ProductPool,
  Row,
  Study,
} from "#core/answer/answer.ts";
import { noResult } from "#core/answer/difference-codes.ts";
import { judgeRowStatus } from "#core/answer/row-status.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { widest } from "./cohorts.ts";

/** Returns a pool of three cohorts and 300 patients whose rates agree well. */
export function pool(over: Partial<Pool> = {}): Pool {
  return {
    status: "ok",
    regimen: "monotherapy",
    k: 3,
    selectedTrials: 3,
    missingProducts: [],
    events: 150,
    n: 300,
    estimate: 0.5,
    interval: [0.45, 0.55],
    predictionInterval: [0.4, 0.6],
    tau: 0.2,
    i2: 10,
    followUp: { months: 12, unknownShare: 0 },
    products: [],
    studies: [],
    broader: [],
    notPooled: [],
    notReported: [],
    medians: [],
    otherRegimen: null,
    intentionToTreat: null,
    ...over,
  };
}

export const noPool = pool({
  status: "no-cohorts",
  regimen: null,
  k: 0,
  events: null,
  n: null,
  estimate: null,
  interval: null,
  predictionInterval: null,
  tau: null,
  i2: null,
  followUp: null,
});

/** Returns an analysis that was made. */
export function analysis(name: Analysis["analysis"], over: Partial<Analysis> = {}): Analysis {
  return {
    ...noResult,
    analysis: name,
    status: "made",
    differencePer100: 20,
    differenceInterval: [5, 35],
    changing: 0,
    ...over,
  };
}

export function contrast(over: Partial<Contrast> = {}): Contrast {
  return {
    group: "car-t",
    against: "bsab",
    status: "ok",
    oddsRatio: 1,
    interval: [0.8, 1.25],
    hazardRatio: null,
    hazardRatioInterval: null,
    differencePer100: 0,
    differenceInterval: [-5, 5],
    probabilityHigher: 0.5,
    pValue: null,
    analyses: null,
    ...over,
  };
}

export const noContrast = contrast({
  status: "not-estimable",
  oddsRatio: null,
  interval: null,
  differencePer100: null,
  differenceInterval: null,
  probabilityHigher: null,
});

/** Returns the part of a pool that one cohort of a product makes. */
export function productPool(product: string, over: Partial<ProductPool> = {}): ProductPool {
  return {
    product,
    k: 1,
    events: 68,
    n: 97,
    estimate: 0.7,
    interval: [0.5, 0.9],
    ...over,
  };
}

/** Returns a selected cohort that reports 17 % without a count. */
export function percentageAlone(
  over: Partial<NotPooled> = {},
  regimen: "monotherapy" | "combination" = "monotherapy",
): NotPooled {
  return {
    cohort: "x",
    label: "X",
    product: "x-cel",
    reason: { code: "no-count" },
    events: null,
    n: null,
    percentPrinted: 17,
    followUpMonths: null,
    percentage: {
      outcome: "orr",
      trial: over.cohort ?? "x",
      regimen,
      population: "treated",
      cut: "primary",
      source: 0,
      citation: null,
    },
    ...over,
  };
}

/** Returns a median of survival without its source. */
export function median(over: Partial<MedianResult> = {}): MedianResult {
  return {
    cohort: "x",
    label: "X",
    product: "x-cel",
    trial: "x",
    regimen: "monotherapy",
    population: "treated",
    cut: "primary",
    months: 12,
    interval: null,
    followUpMonths: null,
    citation: null,
    ...over,
  };
}

/** Returns survival of a trial at the month of a row: half of a hundred patients, as printed. */
export function monthOfTrial(over: Partial<MonthOfTrial> = {}): MonthOfTrial {
  return {
    cohort: "x",
    label: "X",
    product: "x-cel",
    trial: "x",
    regimen: "monotherapy",
    kind: "printed",
    survival: 0.5,
    interval: null,
    month: 12,
    n: 100,
    population: "treated",
    cut: "primary",
    followUpMonths: null,
    citation: null,
    ...over,
  };
}

/** Returns a cohort of a pool, with events in half of a hundred patients. */
export function study(over: Partial<Study> = {}): Study {
  return {
    cohort: "x",
    label: "X",
    product: "alpha-cel",
    events: 50,
    n: 100,
    estimate: 0.5,
    interval: [0.4, 0.6],
    weight: 100,
    followUpMonths: 12,
    population: "treated",
    regimen: "monotherapy",
    design: "single-arm",
    cut: "primary",
    source: 0,
    citation: null,
    printed: "orr",
    trial: "x",
    isPool: false,
    ...over,
  };
}

/** Returns a row of an answer. The difference is that of the two estimates unless it is given. */
export function row(over: Partial<Row> = {}): Row {
  const pools = over.pools ?? { "car-t": pool(), bsab: pool() };
  const { "car-t": carT, bsab } = pools;
  const between =
    carT.estimate === null || bsab.estimate === null
      ? noContrast
      : contrast({
          differencePer100: 100 * (carT.estimate - bsab.estimate),
          differenceInterval: [-20, 20],
        });
  const made = {
    outcome: "orr",
    label: "Response",
    detail: null,
    grades: null,
    phrase: "responded",
    group: "efficacy",
    role: (over.outcome ?? "orr") === "orr" ? "response" : null,
    harmGroup: null,
    partOf: null,
    direction: "benefit",
    timeDependent: false,
    appliesTo: therapyClasses,
    notFor: null,
    set: null,
    numberForm: "rates",
    contrasts: [between],
    published: null,
    headToHead: [],
    notes: [],
    ...over,
    pools,
  } as const;
  const included = therapyClasses.map((group) => ({ group }));
  const query = { compare: "therapy-class" as const };
  return {
    status: judgeRowStatus(made, { query, selection: { included } }),
    ...made,
  };
}

export function comparison(over: Partial<Answer> = {}): Answer {
  const cohorts: Record<TherapyClass, number> = { "car-t": 7, bsab: 5 };
  return {
    answerVersion: "made-up-0",
    dataVersion: "made-up",
    dataDate: "2026-01-02",
    query: { ...widest, evidence: "trial", lines: "3+" },
    canonical: "",
    href: "/v1/comparison",
    set: null,
    groups: ["car-t", "bsab"],
    reference: "bsab",
    outcomes: [row()],
    notes: [],
    randomised: [],
    patients: {
      "car-t": { trials: 7, medianAge: null, medianPriorLines: null },
      bsab: { trials: 5, medianAge: null, medianPriorLines: null },
    },
    selection: {
      included: [],
      excluded: [],
      cohorts,
      wider: [],
      reset: "",
    },
    ...over,
  };
}

/** Returns four analyses of deaths, of which three share patients. */
export function headToHead(over: Partial<HeadToHead> = {}): HeadToHead {
  return {
    design: "matched",
    event: "death",
    label: "Death from any cause",
    measure: "hazard-ratio",
    lowest: 0.5,
    highest: 0.62,
    interval: null,
    studies: ["a", "b", "c", "d"],
    excludingOne: 4,
    ofOneNetwork: 3,
    doubts: ["lived-to-infusion", "overlapping"],
    uncounted: [],
    ...over,
  };
}
