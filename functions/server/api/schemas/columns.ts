/**
 * States the meaning of each column of the tables, for the OpenAPI document and the guide. The code that fills the
 * columns has no meanings, because the Worker carries it.
 */
import type { ComparisonColumn, DatasetColumn } from "../../answers/render/csv.ts";
import type { ColumnDescription } from "../../documentation/resource-description.ts";

type Descriptions<Column extends string> = Readonly<Record<Column, ColumnDescription>>;

const share = "0 to 1";
const percent = "percent";
const months = "months";
const patients = "patients";
const per100 = "per 100 patients";

const tier: ColumnDescription = {
  meaning: "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed",
};
const dataVersion: ColumnDescription = { meaning: "Version of the data; the same in all lines" };

export const comparisonColumns: Descriptions<ComparisonColumn> = {
  kind: {
    meaning:
      "What the line is about: `pool` of a group; `product` in a group; `cohort` whose figure is in the pool; `other-regimen`, a selected cohort of the other kind of regimen, which is pooled apart; `not-pooled`, a selected cohort without a figure in the pool; `contrast` of two groups; `left-out`, a cohort that a filter leaves out, once for all outcomes",
  },
  outcome: { meaning: "Id of the outcome; empty of `left-out`" },
  group: {
    meaning: "Id of the group, by default the class; of `contrast` both: `car-t against bsab`",
  },
  cohort: { meaning: "Id of the cohort, as in `/v1/cohorts`" },
  label: { meaning: "Name of the cohort" },
  trial: {
    meaning:
      "Of `cohort` and `other-regimen`: id of the trial; counts of one trial are added before they are pooled, except in a published set",
  },
  product: { meaning: "Slug of the product" },
  small_trials: {
    meaning:
      "Of `product`: ids of cohorts of fewer than 30 patients that its number leaves out, because one larger trial is the number",
  },
  regimen: {
    meaning:
      "`monotherapy` or `combination` with other myeloma drugs; of `pool` and of cohorts with a figure",
  },
  status: {
    meaning:
      "Of `pool` whether it has a number (`Pool.status`), of `contrast` whether it has a difference (`Contrast.status`)",
  },
  left_out_by: { meaning: "Of `left-out`: the parameter whose filter leaves the cohort out" },
  not_pooled_by: {
    meaning:
      "Of `not-pooled`: the code of the reason (`NotPooled.code`), or `not-for` where the class or the target of the drug cannot have the outcome",
  },
  reason: { meaning: "Of `not-pooled` and `left-out`: the reason in words" },
  row_status: {
    meaning:
      "What the trials of the outcome show, or why nothing is compared (`RowStatus.code`); the same in all lines of the outcome; empty where other groups than the classes are compared",
  },
  row_status_reason: {
    meaning: "Of the row status `not-compared`: why (`RowStatus.obstacle`)",
  },
  k: {
    meaning:
      "Distinct trials with a figure; cohorts of one trial count once, a pooling as the trials that it holds",
    unit: "trials",
  },
  events: {
    meaning:
      "Patients with the event; of `pool` and `product` the sum; of `not-pooled` the count that is not used",
    unit: patients,
  },
  n: { meaning: "Patients counted over, likewise", unit: patients },
  selected_trials: {
    meaning: "Of `pool`: distinct selected trials of its kind of regimen",
    unit: "trials",
  },
  missing_products: {
    meaning: "Of `pool`: slugs of the selected products that it does not hold, separated by spaces",
  },
  estimate: {
    meaning:
      "The rate: of a cohort or a single trial as counted, of several trials that of a typical one by the model, which is not `events` / `n`; of survival at a month the share without the event",
    unit: share,
  },
  lower: { meaning: "Lower limit of the 95 % interval of `estimate`", unit: share },
  upper: { meaning: "Upper limit of it", unit: share },
  prediction_lower: {
    meaning:
      "Of `pool`: lower limit of the 95 % interval in which the rate of a new cohort would lie",
    unit: share,
  },
  prediction_upper: { meaning: "Upper limit of it", unit: share },
  tau: {
    meaning: "Of `pool`: standard deviation between cohorts",
    unit: "scale of the model (of counts log odds)",
  },
  i2: { meaning: "Of `pool`: share of the variance that is between cohorts", unit: percent },
  weight_percent: {
    meaning:
      "Of `cohort`: its part of the information in the pool; cohorts of one trial share its weight by their patients",
    unit: percent,
  },
  follow_up_months: {
    meaning: "Median follow-up; of `pool` the median over its cohorts, weighted by patients",
    unit: months,
  },
  population: { meaning: "Who the patients counted over are" },
  grades: {
    meaning:
      "Of an outcome of grade 3 and higher: the grades that are counted, `3-4` or `3-5`, or `severe` where the source says so without a grade; of `pool` all that occur",
  },
  fatal_events: {
    meaning: "Deaths of the same event at the same data cut, which `events` does not hold",
    unit: patients,
  },
  fatal_n: { meaning: "Patients they are counted over", unit: patients },
  cut: { meaning: "Data cut of the figure: `primary`, or another analysis of the study" },
  selected_n: {
    meaning: "Of a label pool: its patients of selected trials; empty where all are",
    unit: patients,
  },
  selected_of: { meaning: "Patients of all trials of that label pool", unit: patients },
  count_from: {
    meaning:
      "Empty where `events` is printed; `percentage`: computed from the printed percentage; `infused`: printed over the infused",
  },
  count_lowest: {
    meaning: "Of `percentage`: the lowest count that gives the printed percentage",
    unit: patients,
  },
  count_highest: { meaning: "The highest count that gives it", unit: patients },
  ratio: {
    meaning:
      "Of `contrast`: the odds ratio; of survival at a month the ratio of the cumulative hazards of the event",
    unit: "ratio; above 1: more events in the first group",
  },
  ratio_lower: { meaning: "Lower limit of its 95 % interval", unit: "ratio" },
  ratio_upper: { meaning: "Upper limit of it", unit: "ratio" },
  difference_per_100: {
    meaning:
      "Of `contrast`: the fitted difference, first group minus second; of survival at a month of patients without the event",
    unit: per100,
  },
  difference_lower: { meaning: "Lower limit of its 95 % interval", unit: per100 },
  difference_upper: { meaning: "Upper limit of it", unit: per100 },
  probability_higher: {
    meaning: "Probability that the rate is higher in the first group; only by the default model",
    unit: share,
  },
  p: { meaning: "P value, two-sided; only by other models than the default one", unit: share },
  changed_by: {
    meaning:
      "The analysis that would change the difference (`RowStatus.changedBy`); empty where none would",
  },
  changed_by_variant: { meaning: "Which trial, product or region it leaves out or asks for" },
  changed_difference: { meaning: "The difference then", unit: "per 100 patients" },
  changed_lower: { meaning: "Lower end of its 95 % interval", unit: "per 100 patients" },
  changed_upper: { meaning: "Upper end of its 95 % interval", unit: "per 100 patients" },
  certainty: {
    meaning:
      "Of `contrast`: how certain the numbers of the answer are, in words, also where none is compared; empty between other groups than the classes",
  },
  citation: { meaning: "Source of the figure" },
  citation_href: { meaning: "DOI or PubMed record of it, else the page of its publisher" },
  locator: { meaning: "Place in it" },
  tier,
  publication: { meaning: "Paper of the trial, else its registry record" },
  review: {
    meaning:
      "What clinicians have checked of the trials behind the answer, as `review.status` of `/v1/comparison` says it; the same in all lines",
  },
  answer_version: { meaning: "Version of data and code; the same in all lines" },
  data_version: dataVersion,
};

export const datasetColumns: Descriptions<DatasetColumn> = {
  kind: { meaning: "`count` of an outcome, or `landmark`: survival at a month" },
  cohort: { meaning: "Id of the cohort" },
  label: { meaning: "Name of the cohort" },
  therapy_class: { meaning: "`car-t` or `bsab`" },
  product: { meaning: "Slug of the product" },
  setting: { meaning: "`early`, `late` or `mixed`: when in the disease the patients were treated" },
  median_prior_lines: { meaning: "Median number of prior lines", unit: "lines" },
  evidence: { meaning: "`trial` or `real-world`" },
  outcome: { meaning: "Id of the outcome" },
  events: { meaning: "Patients with the event; empty where no count is printed", unit: patients },
  n: { meaning: "Patients counted over", unit: patients },
  percent_printed: { meaning: "Percentage as printed; of `landmark` survival", unit: percent },
  lower_percent: { meaning: "Of `landmark`: lower limit of the printed interval", unit: percent },
  upper_percent: { meaning: "Upper limit of it", unit: percent },
  at_risk: { meaning: "Of `landmark`: patients at risk at the month", unit: patients },
  population: { meaning: "Who the patients counted over are" },
  follow_up_months: { meaning: "Median follow-up of the figure", unit: months },
  time_origin: { meaning: "Event from which time is counted" },
  cut: { meaning: "Data cut: `primary`, or another analysis of the study" },
  grading: { meaning: "Grading scale" },
  grades: {
    meaning: "Grades that are counted: `3-4` or `3-5`; `severe` where the source states none",
  },
  definition: { meaning: "Definition of the event as printed, and remarks on it" },
  by: {
    meaning:
      "How the event was counted: `report` (as a reported adverse event), `laboratory` or `either`; empty where that is not stated",
  },
  derived: {
    meaning:
      "`yes` where the count was calculated from a printed percentage, else `no`; only of `count`",
  },
  hold: { meaning: "Why the figure is never pooled; empty where it may be" },
  citation: { meaning: "Source of the figure" },
  link: { meaning: "Address of the source" },
  locator: { meaning: "Place in the source" },
  tier,
  data_version: dataVersion,
};
