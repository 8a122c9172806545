/** What a subgroup and a comparison of treatments have in common: a figure as a study printed it. */
import * as v from "valibot";
import { effectMeasures } from "../collection-vocabulary.ts";
import { sourceSchema } from "./cohort.ts";
import { count, months, openRange, percent, positiveCount, slug, text } from "./common.ts";
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
  outcome: slug,
  /** What sets it apart from that outcome: "at day 90", "1-year estimate". */
  definition: v.nullable(text),
  events: v.nullable(count),
  /** Whom `events` and `percentPrinted` are counted over. */
  n: v.nullable(positiveCount),
  percentPrinted: v.nullable(percent),
  medianMonths: v.nullable(months),
  /** Of the percentage or of the median, whichever is given; an end that was not reached is `null`. */
  interval: v.nullable(openRange),
  /** Whether the count was computed from the printed percentage. */
  derived: v.boolean(),
  derivedRange: v.nullable(v.tuple([count, count])),
  /** As printed. Of the effect where there is one, else between what stands side by side. */
  p: v.nullable(v.pipe(v.string(), v.regex(/^<?0\.\d+$/, "must be a P value as printed"))),
  /** Index into the study's `sources`. */
  source: count,
  locator: text,
  /** What does not fit in what was printed; such a figure is kept as it is and no rule mends it. */
  oddity: v.nullable(text),
  note: v.nullable(text),
};

export const effectMeasured = {
  measure: v.picklist(effectMeasures),
  value: v.number(),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
};
