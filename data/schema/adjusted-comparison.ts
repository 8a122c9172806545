/** Treatments set against each other by somebody else: in sequence, matched, weighted or indirectly. */
import * as v from "valibot";
import { type ComparisonKind, comparisonKinds } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const sideSchema = v.strictObject({
  id: slug,
  label: text,
  what: v.picklist(["product", "class", "strategy"]),
  /** `null` for a strategy that is no T-cell-redirecting therapy, or any of them. */
  therapyClass: v.nullable(v.picklist(therapyClasses)),
  /** All products that were given; empty when none is named. */
  products: v.array(slug),
  /** The T-cell-redirecting therapy these patients had been given before. */
  after: v.nullable(v.picklist(therapyClasses)),
  /** Our cohorts of the same patients, or of those they were taken from. */
  cohorts: v.array(slug),
  n: v.nullable(positiveCount),
  /** What matching left of `n`. */
  effectiveSampleSize: v.nullable(positiveCount),
});

export const comparisonFigureSchema = v.strictObject({
  /** The side whose figure this is; its id among `sides`. */
  of: slug,
  /** The side it was tested against, when it was. */
  against: v.nullable(slug),
  ...reportedFigure,
  effect: v.nullable(
    v.strictObject({
      ...effectMeasured,
      /** Which side has more events when a ratio is above 1 or a difference above 0. */
      moreEventsAbove: v.picklist(["of", "against"]),
    }),
  ),
  /** Printed as significantly better for this side, without a number. */
  favours: v.nullable(v.picklist(["of", "against"])),
  /** Comparisons that were summarised into this one. */
  k: v.nullable(positiveCount),
});

export const comparisonStudySchema = v.strictObject({
  id: slug,
  label: text,
  kind: v.picklist(Object.keys(comparisonKinds) as ComparisonKind[]),
  /** How it was adjusted, as printed. */
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
