/** Fields that subgroups and treatment comparisons share: a figure as a study printed it. */
import * as v from "valibot";
import { effectMeasures } from "../collection-vocabulary.ts";
import { sourceSchema } from "./cohort.ts";
import { count, months, openRange, percent, positiveCount, slug, text } from "./common.ts";
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
  outcome: slug,
  /** How it differs from the definition of that outcome: "at day 90", "1-year estimate". */
  definition: v.nullable(text),
  events: v.nullable(count),
  /** Number of patients to whom `events` and `percentPrinted` refer. */
  n: v.nullable(positiveCount),
  percentPrinted: v.nullable(percent),
  medianMonths: v.nullable(months),
  /**
   * Of the percentage or the median, whichever is given; a limit that was not reached is `null`.
   */
  interval: v.nullable(openRange),
  /** Whether the count was computed from the printed percentage. */
  derived: v.boolean(),
  derivedRange: v.nullable(v.tuple([count, count])),
  /** As printed. It belongs to the effect if there is one, otherwise to the values side by side. */
  p: v.nullable(v.pipe(v.string(), v.regex(/^<?0\.\d+$/, "must be a P value as printed"))),
  /** Index into the study's `sources`. */
  source: count,
  locator: text,
  /** What is inconsistent in the printed figure. It is kept as printed and not corrected. */
  oddity: v.nullable(text),
  note: v.nullable(text),
};

export const effectMeasured = {
  measure: v.picklist(effectMeasures),
  value: v.number(),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
};
