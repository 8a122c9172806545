/** Treatments set against each other by somebody else: in sequence, matched, weighted or indirectly. */
import * as v from "valibot";
import { type ComparisonKind, comparisonKinds } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";
import { described, named } from "./described.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const sideSchema = named("Side", {
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  what: described(v.picklist(["product", "class", "strategy"]), "What it is."),
  /** `null` for a strategy that is no T-cell-redirecting therapy, or any of them. */
  therapyClass: described(
    v.nullable(v.picklist(therapyClasses)),
    "CAR-T cells or bispecific antibodies.",
  ),
  /** All products that were given; empty when none is named. */
  products: described(v.array(slug), "Products that were given; empty where none is named."),
  /** The T-cell-redirecting therapy these patients had been given before. */
  after: described(
    v.nullable(v.picklist(therapyClasses)),
    "The T-cell-redirecting therapy given before.",
  ),
  /** Our cohorts of the same patients, or of those they were taken from. */
  cohorts: described(v.array(slug), "Our cohorts of the same patients."),
  n: described(v.nullable(positiveCount), "Patients counted over; `null` where that is not known."),
  effectiveSampleSize: described(v.nullable(positiveCount), "What matching left of the patients."),
});

export const comparisonFigureSchema = named("ComparisonFigure", {
  /** The side whose figure this is; its id among `sides`. */
  of: described(slug, "The side, or level, whose figure it is."),
  /** The side it was tested against, when it was. */
  against: described(v.nullable(slug), "The side it is set against."),
  ...reportedFigure,
  effect: described(
    v.nullable(
      v.strictObject({
        ...effectMeasured,
        moreEventsAbove: described(
          v.picklist(["of", "against"]),
          "Which side has more events when a ratio is above 1 or a difference above 0.",
        ),
      }),
    ),
    "A printed ratio or difference.",
  ),
  /** Printed as significantly better for this side, without a number. */
  favours: described(
    v.nullable(v.picklist(["of", "against"])),
    "The side that the result was printed to be in favour of, without a number.",
  ),
  /** Comparisons that were summarised into this one. */
  k: described(v.nullable(positiveCount), "Number of cohorts."),
});

export const comparisonStudySchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  kind: described(v.picklist(Object.keys(comparisonKinds) as ComparisonKind[]), "What kind it is."),
  method: described(v.nullable(text), "How it was adjusted, as printed."),
  sides: described(v.pipe(v.array(sideSchema), v.minLength(1)), "What was set against each other."),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: described(
    v.pipe(v.array(comparisonFigureSchema), v.minLength(1)),
    "Figures as the study printed them.",
  ),
  notes: described(v.nullable(text), "Remarks."),
});

export type Side = v.InferOutput<typeof sideSchema>;
export type ComparisonFigure = v.InferOutput<typeof comparisonFigureSchema>;
export type ComparisonStudyFile = v.InferOutput<typeof comparisonStudySchema>;
export type ComparisonStudy = CitedStudy<ComparisonStudyFile>;
