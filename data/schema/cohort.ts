/** Defines a cohort: one group of patients given one product, and every figure reported for it. */
import * as v from "valibot";
import {
  bindingDomains,
  cellSources,
  costimulations,
  dosings,
  earlierKinds,
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
  publicationYear,
  range,
  slug,
  text,
  url,
} from "./common.ts";
import {
  atLeastOne,
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "./description.ts";
import { type Cited, citing } from "./reference.ts";
import { rating, statement } from "./risk-of-bias.ts";
import { timingSchema } from "./timing.ts";

export const sourceSchema = v.strictObject({
  ...citing,
  /** Identifiers of the paper that the figure comes from, even if only news about it was read. */
  doi: orNull(doi, "DOI."),
  pmid: orNull(pmid, "PubMed id."),
  /** Links prefer the DOI or PubMed record if there is one. */
  seenAt: orNull(url, "Where it was seen; may be a copy."),
  kind: oneOf(sourceKinds, "What kind it is."),
  tier: oneOf(
    [1, 2, 3, 4],
    "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed.",
  ),
  followUpMonths: orNull(months, "Median follow-up in months."),
  dataCutoff: orNull(isoDate, "Date of the data cut."),
});

/** Holds the number of earlier lines of therapy, as a label or a protocol asks for. */
export const priorLinesSchema = namedObject("PriorLines", {
  min: orNull(positiveCount, "Fewest prior lines; `null` where no number is said."),
  max: orNull(positiveCount, "Most prior lines; `null` where there is no limit."),
});

const sourceIndex = described(
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  "Place in the list of sources, counted from 0.",
);

const measurementFields = {
  population: oneOf(populations, "Who the patients counted over are."),
  /** `primary`, or the name of another data cut, population or definition for the same outcome. */
  cut: described(text, "`primary`, or which other analysis of the same study."),
  followUpMonths: orNull(months, "Median follow-up in months."),
  timeOrigin: orNull(
    v.picklist(["infusion", "first-dose", "randomisation", "leukapheresis"]),
    "When the clock starts.",
  ),
  source: sourceIndex,
};

const family = oneOf(
  ["pfs", "os", "dor"],
  "Progression-free survival, overall survival, or duration of response.",
);

const hold = orNull(
  v.picklist(holds),
  "Why the figure is shown and never pooled; `null` where it can be.",
);

/** Whoever signs a figure reads it on the page `/review`; no answer has it. */
const quotationFields = {
  /** Words of the source at the locator, as it was opened; omissions are "…". */
  quote: v.exactOptional(v.pipe(text, v.maxLength(200))),
};

/**
 * Describes the patients with an event among all patients counted. The number is printed, or computed from a
 * printed percentage (`derived`).
 */
export const figureSchema = v.strictObject({
  outcome: described(slug, "Id of the outcome."),
  events: orNull(count, "Patients with the event; `null` where there is no count."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  percentPrinted: orNull(percent, "Percentage as printed."),
  derived: described(v.boolean(), "Whether the count was computed from the printed percentage."),
  derivedRange: orNull(
    v.tuple([count, count]),
    "All counts that round to that percentage, where there are several.",
  ),
  ...measurementFields,
  grading: oneOf(["astct", "lee", "cartox", "ctcae", "unknown"], "Scale of toxicity."),
  grades: orNull(
    v.picklist(["3-4", "3-5", "severe"]),
    "Which grades were counted, for grade 3 or higher; “severe” where the source says so without a grade.",
  ),
  hold,
  definition: orNull(text, "What was counted, where that is not plain."),
  by: orAbsent(
    v.picklist(["report", "laboratory", "either"]),
    "Of an outcome that sources count in several ways: as a reported adverse event, by laboratory values, or by `either` of them; absent where that is not stated.",
  ),
  collection: orAbsent(
    v.picklist(["assumed", "waiting"]),
    "Of a number infused, where it is in doubt: `assumed` that all others had cells collected, too; `waiting`: some may be infused yet.",
  ),
  locator: described(text, "Where in the source."),
  /**
   * `exposureMonths` is only for events that are observed during treatment (`rules/cohorts.ts`). Nothing is computed
   * from it.
   */
  exposureMonths: described(
    v.optional(v.nullable(months), null),
    "Median months on treatment as printed; `null` where that is not printed.",
  ),
});

/** Describes survival, progression-free survival or duration of response at a month. */
export const landmarkSchema = namedObject("Landmark", {
  family,
  month: described(v.pipe(v.number(), v.minValue(1)), "The month."),
  survival: described(proportion, "Proportion without the event at that month, 0 to 1."),
  interval: orNull(v.tuple([proportion, proportion]), "Its printed interval, 0 to 1."),
  atRisk: orNull(count, "Patients at risk at that month."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  ...measurementFields,
  hold,
  locator: orNull(text, "Where in the source."),
});

const medianSchema = namedObject("Median", {
  family,
  months: orNull(months, "Months; `null` where the median was not reached at this follow-up."),
  interval: orNull(openRange, "Its printed interval; an end that was not reached is `null`."),
  ...measurementFields,
  locator: orNull(text, "Where in the source."),
});

/** Some patients had therapies of several kinds, so the counts need not add up. */
export const priorBcmaKindSchema = namedObject("PriorBcmaKind", {
  kind: oneOf(
    earlierKinds,
    "Antibody–drug conjugate, bispecific or CAR-T cells; `gprc5d`: any therapy directed at GPRC5D.",
  ),
  directed: described(
    v.boolean(),
    "Whether it is stated that the therapy was directed at BCMA; not of `gprc5d`.",
  ),
  n: orNull(
    count,
    "Patients who had it; 0 if it is stated that none had, `null` if only that some had.",
  ),
  of: described(positiveCount, "Patients counted over."),
  percentPrinted: orNull(percent, "Percentage as printed, where it was."),
  responders: orNull(count, "How many of them responded; `null` if not stated."),
  source: sourceIndex,
  locator: described(text, "Where in the source."),
});

export const baselineSchema = namedObject("Baseline", {
  n: orNull(positiveCount, "Patients treated, or randomised."),
  leukapheresed: orNull(positiveCount, "Patients who had cells collected."),
  medianAge: orNull(v.number(), "Median age in years."),
  ageRange: orNull(range, "Youngest and oldest."),
  medianPriorLines: orNull(v.number(), "Median number of prior lines."),
  priorLinesRange: orNull(range, "Fewest and most prior lines."),
  priorAutoSctPercent: orNull(percent, "Percent with an earlier autologous transplant."),
  issIIIPercent: orNull(percent, "Percent in stage III of the International Staging System."),
  /** R-ISS is another staging system, so its stage III never replaces the ISS field above. */
  rissIIIPercent: described(
    v.optional(v.nullable(percent), null),
    "Percent in stage III of the Revised International Staging System.",
  ),
  highRiskCytogeneticsPercent: orNull(percent, "Percent with high-risk cytogenetics."),
  extramedullaryPercent: orNull(percent, "Percent with extramedullary disease."),
  extramedullaryDefinition: described(
    v.optional(v.nullable(text), null),
    "What was counted as extramedullary disease; `null` where our sources do not say.",
  ),
  refractoryPercent: orNull(percent, "Percent refractory to the last line."),
  tripleClassRefractoryPercent: orNull(percent, "Percent with triple-class refractory disease."),
  pentaRefractoryPercent: orNull(percent, "Percent with penta-refractory disease."),
  priorBcmaPercent: orNull(percent, "Percent with earlier BCMA-directed therapy."),
});

/** Defines the source of a rating or statement. It names its reference, not a place in `sources`. */
export const biasSource = v.pick(sourceSchema, [
  "reference",
  "detail",
  "doi",
  "pmid",
  "seenAt",
  "tier",
]).entries;

const statementSchema = v.strictObject({ ...statement, ...biasSource });

const riskOfBiasSchema = v.strictObject({
  /** Statements on this study alone; those on all studies of a review stand in `data/published/`. */
  ratings: v.array(v.strictObject({ ...rating, ...biasSource })),
  /** `stated` holds what sources state on items of MINORS, a checklist for non-randomised studies. */
  stated: v.strictObject({
    consecutive: v.nullable(statementSchema),
    independent: v.nullable(statementSchema),
    lossBelow5: v.nullable(statementSchema),
  }),
});

export const cohortSchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  firstAuthor: orNull(text, "First author of the cohort's publication."),
  year: orNull(publicationYear, "Year of publication."),
  registry: listOf(text, "Numbers in trial registries."),
  /** Names the trial's own paper, also where a number was read elsewhere; an id in `references.json`. */
  publication: described(
    v.optional(v.nullable(slug), null),
    "Reference of the trial’s own paper; `null` where none is known.",
  ),
  therapyClass: oneOf(therapyClasses, "CAR-T cells or bispecific antibodies."),
  product: described(slug, "Slug of the product."),
  targets: atLeastOne(
    v.picklist(targets),
    "Antigens that the product binds, beside CD3 for bispecifics.",
  ),
  construct: orNull(
    namedObject("Construct", {
      bindingDomain: orNull(v.picklist(bindingDomains), "Binding domain."),
      vector: orNull(v.picklist(vectors), "How the gene was brought into the cells."),
      costimulation: orNull(v.picklist(costimulations), "Costimulatory domain."),
      source: orNull(v.picklist(cellSources), "Whose cells."),
      expansion: orNull(v.picklist(expansions), "What the cells were activated with."),
      lymphodepletion: orNull(v.picklist(lymphodepletions), "Chemotherapy before the infusion."),
      detail: orNull(text, "As printed, where that says more."),
    }),
    "Parts of the CAR or the make of the antibody; `null` where none is known.",
  ),
  phase: orNull(v.picklist(["1", "1/2", "2", "3"]), "Phase of the trial."),
  design: oneOf(
    ["single-arm", "dose-escalation", "randomised-arm", "retrospective"],
    "Design of the study.",
  ),
  dose: orNull(text, "Dose, as printed."),
  doses: oneOf(
    dosings,
    "`recommended`: the dose that was taken forward; `escalation`: several doses; `other`: wholly at a dose that was not taken forward.",
  ),
  evidence: oneOf(evidenceKinds, "Clinical trial or real-world cohort."),
  regimen: oneOf(["monotherapy", "combination"], "Alone, or together with other myeloma drugs."),
  regimenPartners: described(
    v.optional(v.nullable(v.array(text)), []),
    "What the product was given with: slugs of products, or names of drugs; empty for the product alone, `null` where that is not printed or the product is itself such a pair.",
  ),
  setting: oneOf(
    settings,
    "`late`: 3 or more prior lines or triple-class exposed; `early`: 1 to 4; `mixed`: both.",
  ),
  settingBasis: described(text, "Why it is in that setting."),
  priorBcma: oneOf(
    ["required", "some", "none", "unknown"],
    "Whether patients were recruited for (`required`), happened to have (`some`) or had no (`none`) earlier BCMA-directed therapy.",
  ),
  /** A kind that `priorBcmaKinds` does not list was not stated. */
  priorBcmaKinds: described(
    v.optional(v.array(priorBcmaKindSchema), []),
    "Kinds of earlier therapy that patients are stated to have had, or not to have had.",
  ),
  eligibility: orNull(text, "Who could take part."),
  refractoryTo: described(
    v.optional(v.array(text), []),
    "Drugs to which the disease of every patient had to be refractory; empty where our sources name none.",
  ),
  admittedLines: described(
    v.optional(v.nullable(priorLinesSchema), null),
    "After how many prior lines patients could take part; `null` where our sources do not say. Those enrolled: `priorLinesRange`.",
  ),
  region: orNull(v.picklist(regions), "Where."),
  regionDetail: orNull(text, "Where, as printed."),
  enrolment: orNull(
    v.strictObject({
      from: orNull(isoDate, "First date."),
      to: orNull(isoDate, "Last date."),
    }),
    "When patients were recruited.",
  ),
  followUpMonths: orNull(months, "Median follow-up in months."),
  baseline: described(baselineSchema, "The patients before treatment."),
  figures: v.array(v.strictObject({ ...figureSchema.entries, ...quotationFields })),
  landmarks: v.array(v.strictObject({ ...landmarkSchema.entries, ...quotationFields })),
  medians: listOf(medianSchema, "Median survival as the cohorts printed it; never averaged."),
  timing: described(
    v.optional(v.array(timingSchema), []),
    "How soon and how long, as the cohort printed it; never averaged.",
  ),
  overlaps: listOf(
    namedObject("Overlap", {
      with: described(slug, "Id of the other cohort."),
      kind: oneOf(["contained", "partial", "possible"], "How much is shared."),
      reason: described(text, "Why, in words."),
      patients: orAbsent(
        positiveCount,
        "How many patients of a label pool are of the other cohort; absent: as many as that cohort has.",
      ),
    }),
    "Cohorts that share patients with this one.",
  ),
  network: orNull(
    text,
    "Name of a series without known bounds: it may share patients with any other real-world series of the same product in its region.",
  ),
  labelPool: described(
    v.optional(v.boolean(), false),
    "Whether it pools other cohorts, named in `overlaps` as `contained`; it stands in only where none of them reports the outcome.",
  ),
  riskOfBias: orNull(
    riskOfBiasSchema,
    "What was published of its risk of bias; `null` where nothing was found.",
  ),
  sources: v.pipe(v.array(sourceSchema), v.minLength(1)),
  missing: listOf(text, "What was looked for and not reported."),
  notes: orNull(text, "Remarks."),
});

export type SourceEntry = v.InferOutput<typeof sourceSchema>;
export type Source = Cited<SourceEntry>;
export type Figure = v.InferOutput<typeof figureSchema>;
export type Landmark = v.InferOutput<typeof landmarkSchema>;
export type RiskOfBias = v.InferOutput<typeof riskOfBiasSchema>;
export type Statement = v.InferOutput<typeof statementSchema>;
export type Cohort = v.InferOutput<typeof cohortSchema>;
