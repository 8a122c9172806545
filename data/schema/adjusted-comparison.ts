/** Schema of published comparisons of treatments: in sequence, matched, weighted or indirect. */
import * as v from "valibot";
import { type ComparisonKind, comparisonKinds } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";
import { described, ifGiven, listOf, named, oneOf, orNull } from "./described.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const sideSchema = named("Side", {
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  what: oneOf(["product", "class", "strategy"], "What it is."),
  /** `null` for a strategy without T-cell-redirecting therapy, or with any of them. */
  therapyClass: orNull(v.picklist(therapyClasses), "CAR-T cells or bispecific antibodies."),
  products: listOf(slug, "Products that were given; empty where none is named."),
  after: orNull(v.picklist(therapyClasses), "The T-cell-redirecting therapy given before."),
  /**
   * Cohorts of our data with the same patients, or with the patients from which these were
   * selected.
   */
  cohorts: listOf(slug, "Our cohorts of the same patients."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  effectiveSampleSize: orNull(positiveCount, "What matching left of the patients."),
});

export const comparisonFigureSchema = named("ComparisonFigure", {
  of: described(slug, "The side, or level, whose figure it is."),
  against: orNull(slug, "The side it is set against."),
  ...reportedFigure,
  effect: orNull(
    v.strictObject({
      ...effectMeasured,
      moreEventsAbove: oneOf(
        ["of", "against"],
        "Which side has more events when a ratio is above 1 or a difference above 0.",
      ),
    }),
    "A printed ratio or difference.",
  ),
  favours: orNull(
    v.picklist(["of", "against"]),
    "The side that the result was printed to be in favour of, without a number.",
  ),
  /** Number of comparisons that were summarised into this one. */
  k: orNull(positiveCount, "Number of cohorts."),
});

export const comparisonStudySchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  kind: oneOf(Object.keys(comparisonKinds) as ComparisonKind[], "What kind it is."),
  method: orNull(text, "How it was adjusted, as printed."),
  /** Absent for myeloma alone. */
  disease: ifGiven(v.picklist(["mixed"]), "`mixed`: patients with other diseases, too."),
  sides: described(v.pipe(v.array(sideSchema), v.minLength(1)), "What was set against each other."),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: described(
    v.pipe(v.array(comparisonFigureSchema), v.minLength(1)),
    "Figures as the study printed them.",
  ),
  notes: orNull(text, "Remarks."),
});

export type Side = v.InferOutput<typeof sideSchema>;
export type ComparisonFigure = v.InferOutput<typeof comparisonFigureSchema>;
export type ComparisonStudyFile = v.InferOutput<typeof comparisonStudySchema>;
export type ComparisonStudy = CitedStudy<ComparisonStudyFile>;
