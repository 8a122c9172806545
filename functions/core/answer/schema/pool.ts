/** Defines the schema of a pool: the summary of one group for one outcome, with its studies and sources. */
import * as v from "valibot";
import {
  described,
  listOf,
  namedObject,
  oneOf,
  oneOfCodes,
  orAbsent,
  orNull,
} from "#data/schema/description.ts";
import { cohortSchema } from "#data/schema.ts";
import { populations } from "#data/vocabulary.ts";
import { reportedRefusalCodes } from "../../evidence/reasons.ts";
import { poolStatusMeanings, refusalMeanings } from "./code-meanings.ts";
import {
  citationSchema,
  counts,
  fields,
  intervalSchema,
  namedCohortFields,
  namedProductFields,
  poolStatuses,
  regimenSchema,
} from "./parts.ts";

const estimateFields = {
  ...counts,
  estimate: described(v.number(), "The cohort's own rate, 0 to 1."),
  /** The interval of a count is the Clopper–Pearson interval. */
  interval: described(
    intervalSchema,
    "Exact 95 % interval of a count; as printed, or from the number at risk, for survival at a month.",
  ),
};

const ofSelected = orAbsent(
  v.strictObject({
    n: described(v.number(), "Patients of selected trials."),
    of: described(v.number(), "Patients of all its trials."),
  }),
  "Of a label pool of which only some patients are of selected trials: how many are. It is half at least, or the pool is not shown.",
);

export const studyResultSchema = namedObject("StudyResult", {
  ...namedProductFields,
  trial: described(
    v.string(),
    "Id of the trial. Counts of cohorts of one trial are added before they are pooled, except in a published set.",
  ),
  pooledTrials: orAbsent(
    v.array(v.string()),
    "Ids of the trials that a pooling of several holds; the pool counts each in `k`, and has one figure of them.",
  ),
  ofSelected,
  ...estimateFields,
  weight: described(
    v.number(),
    "Percent of the information in the pool; cohorts of one trial share its weight by their patients.",
  ),
  followUpMonths: fields.followUpMonths,
  population: oneOf(populations, "Who the patients counted over are."),
  grades: orAbsent(
    v.picklist(["3-4", "3-5", "severe"]),
    "Of an outcome of grade 3 and higher: which grades the events are of; `severe` where the source says so without a grade; absent where that is not reported.",
  ),
  countFrom: orAbsent(
    v.picklist(["percentage", "infused"]),
    "How the count was made where no source prints it. `percentage`: from the printed percentage and `n`. `infused` (only with `denominator=collected`): the events are printed over the infused, as cited; `intentionToTreat.collected` has the source of the number with cells collected. Absent: printed.",
  ),
  countRange: orAbsent(
    v.tuple([v.number(), v.number()]),
    "Of `percentage`: the lowest and the highest count that give the printed percentage, where there are several.",
  ),
  regimen: fields.regimen,
  design: described(cohortSchema.entries.design, "Design of the study."),
  cut: described(v.string(), "`primary`, or which other analysis of the same study."),
  source: fields.source,
  citation: fields.citation,
});

const narrowerSchema = namedObject("Narrower", {
  outcome: described(v.string(), "Id of an outcome whose patients are some of those of the row."),
  label: described(v.string(), "Its name."),
  studies: listOf(studyResultSchema, "The cohorts that counted it."),
});

const labelPoolSchema = namedObject("LabelPool", {
  ...namedProductFields,
  ...counts,
  estimate: described(
    v.number(),
    "Rate, 0 to 1: from the count, else from the printed percentage.",
  ),
  interval: orNull(intervalSchema, "Exact 95 % interval of the count; `null` for a percentage."),
  isOfAllLines: described(
    v.boolean(),
    "Whether the pool holds patients of early and of late lines of therapy.",
  ),
  ofSelected,
  population: oneOf(populations, "Who the patients counted over are."),
  regimen: fields.regimen,
  cut: described(v.string(), "The analysis, mostly `label`."),
  followUpMonths: fields.followUpMonths,
  source: fields.source,
  citation: fields.citation,
});

const productPoolSchema = namedObject("ProductPool", {
  product: fields.product,
  smallTrials: orAbsent(
    v.array(v.string()),
    "Ids of cohorts of fewer than 30 patients where the product has a single larger trial, which alone is its number.",
  ),
  k: fields.k,
  ...counts,
  estimate: orNull(
    v.number(),
    "Rate of the product, 0 to 1: of one trial as counted, of three or more the typical one of a pool of its trials alone. `null` for two trials, which stand in `studies` each with its exact interval, and for survival at a month in several cohorts.",
  ),
  interval: orNull(intervalSchema, "95 % interval of that; exact for one trial."),
  displayText: described(
    v.string(),
    "What is shown of the product: its count; of several cohorts also that of each; with the follow-up where another data cut stands in. Pools of trials and products that were not told apart are named as such.",
  ),
});

const otherRegimenPoolSchema = namedObject("OtherRegimenPool", {
  regimen: fields.regimen,
  k: fields.k,
  ...counts,
  products: listOf(v.string(), "Slugs of its products."),
  estimate: orNull(v.number(), "As in the pool."),
  interval: orNull(intervalSchema, "95 % interval."),
  studies: listOf(studyResultSchema, "Its cohorts, each with its figure and source."),
});

const followUpSchema = namedObject("FollowUp", {
  /** Median over cohorts of the median follow-up, weighted by their patients. */
  months: orNull(
    v.number(),
    "Months; `null` where it is not known of more than half of the patients.",
  ),
  unknownShare: described(v.number(), "Share of patients whose follow-up is not reported, 0 to 1."),
});

const heterogeneitySchema = namedObject("Heterogeneity", {
  tests: listOf(
    namedObject("HeterogeneityTest", {
      name: oneOf(
        ["cochran", "likelihood-ratio", "wald"],
        "`cochran`: Cochran’s Q with weights 1/v (metafor’s `QE`), of inverse-variance models. Of counts by `glmm` there are two: `likelihood-ratio`, twice the log-likelihood by which one rate per trial exceeds one rate for all (`QE.LRT`), and `wald`, Cochran’s Q without trials that have no or only events (`QE.Wld`), whose `df` does not count these trials either (metafor’s does), and which is absent where fewer than two are left.",
      ),
      q: described(v.number(), "The statistic."),
      df: described(v.number(), "Its degrees of freedom."),
      pValue: described(v.number(), "P value by χ² with as many degrees of freedom."),
    }),
    "Tests that all cohorts have one rate.",
  ),
  tau2: orNull(
    v.number(),
    "Variance between cohorts on the scale of the model (metafor’s `tau2`).",
  ),
  tau2Interval: orNull(
    intervalSchema,
    "95 % interval of `tau2`: of counts by `glmm` from the profile likelihood, else by the Q-profile method (metafor’s `confint`), which may exclude an estimate by another method. `null` where the likelihood drops too little.",
  ),
  i2Interval: orNull(intervalSchema, "`i2` of the pool at the limits of `tau2`."),
  h2: orNull(v.number(), "Total over sampling variance, τ²/v + 1 (metafor’s `H2`)."),
});

const notPooledSchema = namedObject("NotPooled", {
  ...namedCohortFields,
  product: described(v.string(), "Product."),
  code: oneOfCodes(reportedRefusalCodes, refusalMeanings, "Why the pool has no figure of it."),
  reason: described(v.string(), "Why, in words."),
  /** Holds the counts of the refused figure whose cut is nearest to the primary one; `null` if there is none. */
  ...counts,
  /** `percentPrinted` is survival in percent if the figure is a landmark. */
  percentPrinted: orNull(
    v.number(),
    "Percentage as printed; `null` also where a count is given: the record of the cohort then has the percentage. Survival at a month in percent.",
  ),
  followUpMonths: fields.followUpMonths,
  displayText: orNull(
    v.string(),
    "What a row shows of it as printed: a percentage without a count, where no figure of its product is pooled. `null` for anything else.",
  ),
});

const medianFields = {
  ...namedProductFields,
  regimen: fields.regimen,
  interval: orNull(
    v.tuple([v.nullable(v.number()), v.nullable(v.number())]),
    "Its printed interval; an end that was not reached is `null`.",
  ),
  followUpMonths: fields.followUpMonths,
  citation: fields.citation,
};

const medianResultSchema = namedObject("MedianResult", {
  ...medianFields,
  months: described(v.number(), "Months."),
});

const medianNotReachedSchema = namedObject("MedianNotReached", medianFields);

const monthOfTrialSchema = namedObject("MonthOfTrial", {
  ...namedProductFields,
  trial: fields.trial,
  regimen: fields.regimen,
  kind: oneOf(
    ["printed", "at-least", "above-half", "about-half", "below-half"],
    "`printed` for this month; `at-least`: printed for a later one, which it cannot be below; else by the median: `above-half` up to a month before it, `below-half` from a month after it, `about-half` between; where it was not reached `above-half` up to the median follow-up.",
  ),
  survival: orNull(v.number(), "0 to 1; `null` where only the median says something."),
  interval: orNull(intervalSchema, "As printed."),
  month: orNull(v.number(), "The month for which it was printed."),
  citation: fields.citation,
});

const events = described(v.number(), "Patients with the event.");
const n = described(v.number(), "Patients counted over.");
const infusedSchema = described(v.strictObject({ events, n }), "Over the infused, as in the pool.");
const derivedSchema = described(
  v.boolean(),
  "`false`: printed for the same data cut. `true`: the events among the infused over the number with cells collected, where exactly these were infused; who was not infused could not respond to the cells. Of several cohorts: whether any is.",
);
const collectedFields = { events, n };

const collectedSchema = namedObject("Collected", {
  trials: described(v.number(), "Of how many cohorts it is known."),
  cohortsOfPool: described(v.number(), "Number of cohorts of the pool."),
  infused: infusedSchema,
  collected: described(
    v.strictObject({ ...collectedFields, derived: derivedSchema }),
    "Over all with cells collected.",
  ),
  text: described(v.string(), "In words, for all of these cohorts."),
  cohorts: listOf(
    v.strictObject({
      ...namedCohortFields,
      infused: infusedSchema,
      collected: described(v.strictObject(collectedFields), "Over all with cells collected."),
      derived: derivedSchema,
      assumed: described(
        v.boolean(),
        "Whether it is assumed, not printed, that all who were enrolled had cells collected.",
      ),
      cut: described(v.string(), "The data cut of the source."),
      source: fields.source,
      citation: orNull(
        citationSchema,
        "The source of the number with cells collected; `null` where it is not known.",
      ),
      text: described(v.string(), "In words, with what it is derived from."),
    }),
    "Each of them.",
  ),
});

const enrolledSchema = namedObject("Enrolled", {
  k: described(v.number(), "Number of cohorts that print such a figure."),
  ...counts,
  estimate: orNull(
    v.number(),
    "As with `denominator=enrolled`: rate of a typical cohort, 0 to 1, of a single one its own count; `null` where no cohort prints it, for one product in two trials, and for survival at a month, which are not pooled.",
  ),
  interval: orNull(intervalSchema, "95 % interval."),
  studies: listOf(
    studyResultSchema,
    "The cohorts that print it; not the same set as those of the pool.",
  ),
  infused: listOf(
    v.strictObject({
      ...namedCohortFields,
      events: described(v.number(), "Patients who were infused."),
      n: described(v.number(), "Patients who had cells collected."),
    }),
    "How many of those with cells collected were infused, where a selected cohort prints it. Never multiplied with a rate.",
  ),
  collected: orNull(
    collectedSchema,
    "Of response and its parts: counts of the cohorts of the pool of which it is known how many responded of all with cells collected, never pooled. `null` for other outcomes, where it is known of none, and in a published set that names its cuts.",
  ),
});

export const poolSchema = namedObject("Pool", {
  status: oneOfCodes(
    poolStatuses,
    poolStatusMeanings,
    "Whether the pool has a number, and of what kind.",
  ),
  regimen: orNull(
    regimenSchema,
    "Whether the pooled patients received the product alone or together with other myeloma drugs: the two are never one pool, and one of them stands for the class in all rows. `null` where no cohort is selected, and in a published set.",
  ),
  k: fields.k,
  ...counts,
  selectedTrials: described(
    v.number(),
    "Distinct selected trials of this kind of regimen; those without a figure are in `notPooled`.",
  ),
  missingProducts: listOf(v.string(), "Selected products (slugs) that the pool does not hold."),
  /** By the default model, `estimate` is the posterior median of expit(μ). */
  estimate: orNull(
    v.number(),
    "Rate of a typical trial by the model, 0 to 1, which is not `events` / `n`; of a single trial its counts added, of survival at a month its printed rate. `null` by `status`: `no-cohorts`, `by-trial` and `prior-conflict`.",
  ),
  interval: orNull(
    intervalSchema,
    "95 % interval, 0 to 1; exact for the counts of a single trial. By the default model it holds for the products pooled, and is too narrow for others.",
  ),
  predictionInterval: orNull(
    intervalSchema,
    "Where the rate of a new cohort would lie with 95 % probability, 0 to 1; `null` for a single trial, and where the model has none.",
  ),
  tau: orNull(
    v.number(),
    "Spread between cohorts, as a standard deviation on the scale of the model.",
  ),
  i2: orNull(
    v.number(),
    "Share of the variance that is between cohorts, 100 τ² / (τ² + v), in percent, by `tau` of any model, with v the typical sampling variance (metafor’s `I2`).",
  ),
  heterogeneity: orAbsent(
    heterogeneitySchema,
    "Only by other models than the default one, of two cohorts or more: tests and measures of how much the cohorts differ.",
  ),
  followUp: orNull(followUpSchema, "Median follow-up of the pool."),
  products: listOf(productPoolSchema, "Each product's own pool within the class."),
  studies: listOf(studyResultSchema, "The cohorts of the pool, each with its figure and source."),
  smallTrials: orAbsent(
    v.array(studyResultSchema),
    "Trials of fewer than 30 patients where the group has a single larger trial, which alone is the number.",
  ),
  broader: listOf(
    studyResultSchema,
    "Where no cohort has a figure by the strict definition: those by the broader one (neurotoxicity for ICANS), which are never pooled.",
  ),
  narrower: orAbsent(
    v.array(narrowerSchema),
    "Of a harm that no cohort of the group counted: the harms that are a part of it (deaths from infection for death not from relapse), and the one that the data name beside them (a fatal adverse event), which are lower bounds and never pooled. Screens show the largest of each product.",
  ),
  labelPools: orAbsent(
    v.array(labelPoolSchema),
    "Of products without a figure of their own in the row: what a label reports of a pool that holds one of their trials. It stands beside the number, never in it, because the question does not select all its patients.",
  ),
  notPooled: listOf(
    notPooledSchema,
    "Selected cohorts that report the outcome, but without a figure that can be pooled.",
  ),
  notReported: listOf(
    v.string(),
    "Ids of the selected cohorts whose sources, as far as they could be read, have no figure of the outcome; `selection.included` has their names.",
  ),
  elsewhere: orAbsent(
    v.literal(true),
    "`true` where nothing that the question selects stands for the outcome, but other cohorts of the group print it: screens say “not in this question”. Absent where no source does: “not reported”.",
  ),
  /** `complete.ts` fills `medians`, for landmarks only; before that it is empty. */
  medians: listOf(medianResultSchema, "As printed, at the longest follow-up; never averaged."),
  notReached: orAbsent(
    v.array(medianNotReachedSchema),
    "Cohorts without a median whose sources say that it was not reached, at the longest follow-up.",
  ),
  months: orAbsent(
    v.array(monthOfTrialSchema),
    "Of survival at 6, 12, 18 or 24 months: what every trial of 30 patients or more says of the month, one line a set of patients; never pooled.",
  ),
  otherRegimen: orNull(
    otherRegimenPoolSchema,
    "The other kind of regimen with its own pool, where it has figures; the pool itself is that of the kind with figures of more summary outcomes or, if equal, with more patients.",
  ),
  /** `complete.ts` sets `intentionToTreat`; before that it is `null`. */
  intentionToTreat: orNull(
    enrolledSchema,
    "For benefits of CAR-T: the same over all with cells collected or randomised, from the cohorts that print it, which may also be in the pool. `null` for other pools, and where `denominator=enrolled` is asked.",
  ),
});
