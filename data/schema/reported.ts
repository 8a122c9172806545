/** What a subgroup and a comparison of treatments have in common: a figure as a study printed it. */
import * as v from "valibot";
import { effectMeasures } from "../collection-vocabulary.ts";
import { sourceSchema } from "./cohort.ts";
import { count, months, openRange, percent, positiveCount, slug, text } from "./common.ts";
import { described } from "./described.ts";
import type { Cited } from "./reference.ts";

/** Follow-up and cut-off belong to cohorts; a study of this kind is read as one report. */
export const reportSourceSchema = v.omit(sourceSchema, ["followUpMonths", "dataCutoff"]);

type ReportSourceEntry = v.InferOutput<typeof reportSourceSchema>;

/** A study with the citations of its sources as text, as the code imports it. */
export type CitedStudy<Study extends { sources: ReportSourceEntry[] }> = Omit<Study, "sources"> & {
  sources: Cited<ReportSourceEntry>[];
};

/** None of these is ever pooled, so nothing here says how it could be. */
export const reportedFigure = {
  /** One of `data/outcomes.json`, or of `otherOutcomes`. */
  outcome: described(slug, "Id of the outcome."),
  /** What sets it apart from that outcome: "at day 90", "1-year estimate". */
  definition: described(v.nullable(text), "What was counted, where that is not plain."),
  events: described(v.nullable(count), "Patients with the event; `null` where there is no count."),
  /** Whom `events` and `percentPrinted` are counted over. */
  n: described(v.nullable(positiveCount), "Patients counted over; `null` where that is not known."),
  percentPrinted: described(v.nullable(percent), "Percentage as printed."),
  medianMonths: described(v.nullable(months), "Median in months."),
  /** Of the percentage or of the median, whichever is given; an end that was not reached is `null`. */
  interval: described(
    v.nullable(openRange),
    "Printed interval of the percentage or of the median.",
  ),
  derived: described(v.boolean(), "Whether the count was computed from the printed percentage."),
  derivedRange: described(
    v.nullable(v.tuple([count, count])),
    "All counts that round to that percentage, where there are several.",
  ),
  /** As printed. Of the effect where there is one, else between what stands side by side. */
  p: described(
    v.nullable(v.pipe(v.string(), v.regex(/^<?0\.\d+$/, "must be a P value as printed"))),
    "P value as printed.",
  ),
  /** Index into the study's `sources`. */
  source: described(count, "Place in the list of sources, counted from 0."),
  locator: described(text, "Where in the source."),
  /** What does not fit in what was printed; such a figure is kept as it is and no rule mends it. */
  oddity: described(v.nullable(text), "What does not fit in what was printed."),
  note: described(v.nullable(text), "Remark."),
};

export const effectMeasured = {
  measure: described(v.picklist(effectMeasures), "What the number is."),
  value: described(v.number(), "The value."),
  interval: described(
    v.nullable(v.tuple([v.number(), v.number()])),
    "Printed interval of the percentage or of the median.",
  ),
};
