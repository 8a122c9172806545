/** Schema of published comparisons of treatments: in sequence, matched, weighted or indirect. */
import * as v from "valibot";
import { type ComparisonKind, comparisonKinds } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const sideSchema = v.strictObject({
  id: slug,
  label: text,
  what: v.picklist(["product", "class", "strategy"]),
  /** `null` for a strategy without T-cell-redirecting therapy, or with any of them. */
  therapyClass: v.nullable(v.picklist(therapyClasses)),
  /** All products that were given; empty if none is named. */
  products: v.array(slug),
  /** The class of T-cell-redirecting therapy that these patients had received before. */
  after: v.nullable(v.picklist(therapyClasses)),
  /**
   * Cohorts of our data with the same patients, or with the patients from which these were
   * selected.
   */
  cohorts: v.array(slug),
  n: v.nullable(positiveCount),
  /** What matching or weighting left of `n`. */
  effectiveSampleSize: v.nullable(positiveCount),
});

export const comparisonFigureSchema = v.strictObject({
  /** Id of the side that this figure describes, among `sides`. */
  of: slug,
  /** Id of the side with which it was compared; `null` if it was not compared. */
  against: v.nullable(slug),
  ...reportedFigure,
  effect: v.nullable(
    v.strictObject({
      ...effectMeasured,
      /** Which side has more events when a ratio is above 1 or a difference above 0. */
      moreEventsAbove: v.picklist(["of", "against"]),
    }),
  ),
  /** The side that is printed as significantly better, where no number is given. */
  favours: v.nullable(v.picklist(["of", "against"])),
  /** Number of comparisons that were summarised into this one. */
  k: v.nullable(positiveCount),
});

export const comparisonStudySchema = v.strictObject({
  id: slug,
  label: text,
  kind: v.picklist(Object.keys(comparisonKinds) as ComparisonKind[]),
  /** Method of adjustment, as printed. */
  method: v.nullable(text),
  sides: v.pipe(v.array(sideSchema), v.minLength(1)),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: v.pipe(v.array(comparisonFigureSchema), v.minLength(1)),
  notes: v.nullable(text),
});

export type Side = v.InferOutput<typeof sideSchema>;
export type ComparisonFigure = v.InferOutput<typeof comparisonFigureSchema>;
export type ComparisonStudyFile = v.InferOutput<typeof comparisonStudySchema>;
export type ComparisonStudy = CitedStudy<ComparisonStudyFile>;
