/** Fields that subgroups and treatment comparisons share: a figure as a study printed it. */
import * as v from "valibot";
import { effectMeasures } from "../collection-vocabulary.ts";
import { sourceSchema } from "./cohort.ts";
import { count, months, openRange, percent, positiveCount, slug, text } from "./common.ts";
import { described, oneOf, orNull } from "./described.ts";
import type { Cited } from "./reference.ts";

/**
 * Without follow-up and data cut-off, which belong to cohorts; such a study is read as one report.
 */
export const reportSourceSchema = v.omit(sourceSchema, ["followUpMonths", "dataCutoff"]);

type ReportSourceEntry = v.InferOutput<typeof reportSourceSchema>;

/** A study as the code imports it, with the citations of its sources as text. */
export type CitedStudy<Study extends { sources: ReportSourceEntry[] }> = Omit<Study, "sources"> & {
  sources: Cited<ReportSourceEntry>[];
};

/** These figures are never pooled, so there are no fields that pooling would need. */
export const reportedFigure = {
  /** Id from `data/outcomes.json` or from `otherOutcomes`. */
  outcome: described(slug, "Id of the outcome."),
  /** How it differs from the definition of that outcome: "at day 90", "1-year estimate". */
  definition: orNull(text, "What was counted, where that is not plain."),
  events: orNull(count, "Patients with the event; `null` where there is no count."),
  /** Number of patients to whom `events` and `percentPrinted` refer. */
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  percentPrinted: orNull(percent, "Percentage as printed."),
  medianMonths: orNull(months, "Median in months."),
  /**
   * Of the percentage or the median, whichever is given; a limit that was not reached is `null`.
   */
  interval: orNull(openRange, "Printed interval of the percentage or of the median."),
  derived: described(v.boolean(), "Whether the count was computed from the printed percentage."),
  derivedRange: orNull(
    v.tuple([count, count]),
    "All counts that round to that percentage, where there are several.",
  ),
  /** As printed. It belongs to the effect if there is one, otherwise to the values side by side. */
  p: orNull(
    v.pipe(v.string(), v.regex(/^<?0\.\d+$/, "must be a P value as printed")),
    "P value as printed.",
  ),
  source: described(count, "Place in the list of sources, counted from 0."),
  locator: described(text, "Where in the source."),
  /** What is inconsistent in the printed figure. It is kept as printed and not corrected. */
  oddity: orNull(text, "What does not fit in what was printed."),
  note: orNull(text, "Remark."),
};

export const effectMeasured = {
  measure: oneOf(effectMeasures, "What the number is."),
  value: described(v.number(), "The value."),
  interval: orNull(
    v.tuple([v.number(), v.number()]),
    "Printed interval of the percentage or of the median.",
  ),
};
