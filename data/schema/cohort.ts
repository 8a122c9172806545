/**
 * Schema of a cohort: one group of patients given one product, and every figure reported for it.
 */
import * as v from "valibot";
import {
  bindingDomains,
  cellSources,
  costimulations,
  evidenceKinds,
  expansions,
  holds,
  lymphodepletions,
  populations,
  regions,
  settings,
  sourceKinds,
  targets,
  therapyClasses,
  vectors,
} from "../vocabulary.ts";
import {
  count,
  doi,
  isoDate,
  months,
  openRange,
  percent,
  pmid,
  positiveCount,
  proportion,
  range,
  slug,
  text,
} from "./common.ts";
import { type Cited, citing } from "./reference.ts";

export const sourceSchema = v.strictObject({
  ...citing,
  /**
   * DOI of the paper from which the figure comes, even if only news about the paper was read; the
   * reference is then the news.
   */
  doi: v.nullable(doi),
  pmid: v.nullable(pmid),
  /**
   * Where the figure was read; may be a copy. Links prefer the DOI or PubMed record if there is
   * one.
   */
  seenAt: v.nullable(v.pipe(v.string(), v.url())),
  kind: v.picklist(sourceKinds),
  /** 1 paper, regulator, label · 2 congress, company, review · 3 trade news · 4 unreviewed. */
  tier: v.picklist([1, 2, 3, 4]),
  followUpMonths: v.nullable(months),
  dataCutoff: v.nullable(isoDate),
});

const measured = {
  population: v.picklist(populations),
  /** `primary`, or the name of another data cut, population or definition for the same outcome. */
  cut: text,
  /** Median follow-up at the cut of this figure. */
  followUpMonths: v.nullable(months),
  timeOrigin: v.nullable(v.picklist(["infusion", "first-dose", "randomisation", "leukapheresis"])),
  /** Index into the cohort's `sources`. */
  source: v.pipe(v.number(), v.integer(), v.minValue(0)),
};

/** Events among patients: printed, or computed from a printed percentage (`derived`). */
export const figureSchema = v.strictObject({
  outcome: slug,
  events: v.nullable(count),
  n: v.nullable(positiveCount),
  percentPrinted: v.nullable(percent),
  derived: v.boolean(),
  /** Lowest and highest count that round to the printed percentage, if more than one does. */
  derivedRange: v.nullable(v.tuple([count, count])),
  ...measured,
  grading: v.picklist(["astct", "lee", "cartox", "ctcae", "unknown"]),
  /** Which grades were counted, for outcomes of grade 3 or more. */
  grades: v.nullable(v.picklist(["3-4", "3-5"])),
  hold: v.nullable(v.picklist(holds)),
  definition: v.nullable(text),
  locator: text,
});

/** Survival, progression-free survival or duration of response at a month. */
export const landmarkSchema = v.strictObject({
  family: v.picklist(["pfs", "os", "dor"]),
  month: v.pipe(v.number(), v.minValue(1)),
  survival: proportion,
  interval: v.nullable(v.tuple([proportion, proportion])),
  atRisk: v.nullable(count),
  n: v.nullable(positiveCount),
  ...measured,
  hold: v.nullable(v.picklist(holds)),
  locator: v.nullable(text),
});

const medianSchema = v.strictObject({
  family: v.picklist(["pfs", "os", "dor"]),
  months,
  interval: v.nullable(openRange),
  ...measured,
  locator: v.nullable(text),
});

const baselineSchema = v.strictObject({
  /** Patients treated (single-arm) or randomised (randomised arms). */
  n: v.nullable(positiveCount),
  leukapheresed: v.nullable(positiveCount),
  medianAge: v.nullable(v.number()),
  ageRange: v.nullable(range),
  medianPriorLines: v.nullable(v.number()),
  priorLinesRange: v.nullable(range),
  priorAutoSctPercent: v.nullable(percent),
  issIIIPercent: v.nullable(percent),
  highRiskCytogeneticsPercent: v.nullable(percent),
  extramedullaryPercent: v.nullable(percent),
  refractoryPercent: v.nullable(percent),
  tripleClassRefractoryPercent: v.nullable(percent),
  pentaRefractoryPercent: v.nullable(percent),
  priorBcmaPercent: v.nullable(percent),
});

export const cohortSchema = v.strictObject({
  id: slug,
  label: text,
  firstAuthor: v.nullable(text),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2010), v.maxValue(2030))),
  registry: v.array(text),
  therapyClass: v.picklist(therapyClasses),
  product: slug,
  targets: v.pipe(v.array(v.picklist(targets)), v.minLength(1)),
  construct: v.nullable(
    v.strictObject({
      bindingDomain: v.nullable(v.picklist(bindingDomains)),
      vector: v.nullable(v.picklist(vectors)),
      costimulation: v.nullable(v.picklist(costimulations)),
      source: v.nullable(v.picklist(cellSources)),
      expansion: v.nullable(v.picklist(expansions)),
      lymphodepletion: v.nullable(v.picklist(lymphodepletions)),
      /**
       * As printed, if it says more than the fields above: doses, patients per regimen, added
       * inhibitors.
       */
      detail: v.nullable(text),
    }),
  ),
  phase: v.nullable(v.picklist(["1", "1/2", "2", "3"])),
  design: v.picklist(["single-arm", "dose-escalation", "randomised-arm", "retrospective"]),
  dose: v.nullable(text),
  doses: v.picklist(["recommended", "escalation"]),
  evidence: v.picklist(evidenceKinds),
  regimen: v.picklist(["monotherapy", "combination"]),
  /** `late` = 3 or more prior lines or triple-class exposed; `early` = 1 to 4 lines. */
  setting: v.picklist(settings),
  settingBasis: text,
  /**
   * Earlier BCMA therapy: all patients had it (`required`), some had it (`some`), or nobody had it
   * (`none`).
   */
  priorBcma: v.picklist(["required", "some", "none", "unknown"]),
  eligibility: v.nullable(text),
  region: v.nullable(v.picklist(regions)),
  regionDetail: v.nullable(text),
  enrolment: v.nullable(v.strictObject({ from: v.nullable(isoDate), to: v.nullable(isoDate) })),
  /** Median follow-up at the cut of the primary publication. */
  followUpMonths: v.nullable(months),
  baseline: baselineSchema,
  figures: v.array(figureSchema),
  landmarks: v.array(landmarkSchema),
  medians: v.array(medianSchema),
  overlaps: v.array(
    v.strictObject({
      with: slug,
      kind: v.picklist(["contained", "partial", "possible"]),
      reason: text,
    }),
  ),
  /**
   * Name of a research network without bounds, which may contain any patient of a real-world series
   * of the same product in its region.
   */
  network: v.nullable(text),
  riskOfBias: v.nullable(v.strictObject({ tool: text, score: text, source: text })),
  sources: v.pipe(v.array(sourceSchema), v.minLength(1)),
  /** What was searched for and not found. */
  missing: v.array(text),
  notes: v.nullable(text),
});

export type SourceEntry = v.InferOutput<typeof sourceSchema>;
/** A source with its citation as text. */
export type Source = Cited<SourceEntry>;
export type Figure = v.InferOutput<typeof figureSchema>;
export type Landmark = v.InferOutput<typeof landmarkSchema>;
export type Cohort = v.InferOutput<typeof cohortSchema>;
