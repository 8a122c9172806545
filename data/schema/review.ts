/** Defines the review log: what was checked, by whom, and which discrepancies are known. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { baselineSchema } from "./cohort.ts";
import { isoDate, slug, text } from "./common.ts";
import { atLeastOne, described, listOf, namedObject, oneOf } from "./description.ts";

export const reviewSchema = namedObject("Review", {
  status: oneOf(["not-reviewed", "reviewed"], "Whether a clinician has reviewed the data."),
  statement: described(text, "The same in a sentence."),
  dataDate: described(isoDate, "Date on which the evidence was last collected."),
  checks: listOf(
    v.strictObject({
      what: described(text, "What was checked."),
      against: described(text, "Against what."),
      when: described(isoDate, "When."),
      role: described(text, "By which role."),
    }),
    "What was checked.",
  ),
});

const review = {
  when: described(isoDate, "When."),
  role: described(text, "By which role; never a name."),
  version: described(text, "The version of the data that was reviewed."),
  checked: atLeastOne(text, "What was checked."),
};

const reviewEntrySchema = v.strictObject({
  /** `cohort` is an id; `null` for a review of the rules, or of the labels of all products. */
  cohort: v.nullable(slug),
  labels: v.optional(v.literal(true)),
  ...review,
  /** `content` is a hash of the reviewed content, which shows a later change; `npm run evidence -- sign` enters it. */
  content: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "must be 16 hexadecimal digits")),
});

export const reviewFileSchema = v.strictObject({
  ...reviewSchema.entries,
  reviews: v.array(reviewEntrySchema),
});

export const apiReviewSchema = namedObject("OwnReview", {
  ...review,
  isCurrent: described(v.boolean(), "Whether what was reviewed has not changed since."),
});

/** Describes a percentage that does not match its count. It is kept as printed and explained. */
const figureDiscrepancySchema = v.strictObject({
  cohort: slug,
  outcome: slug,
  cut: text,
  reason: text,
});

/**
 * Describes a value that the table of a meta-analysis prints for a cohort's patients, and why the cohort has another.
 */
const tableDiscrepancySchema = v.strictObject({
  cohort: slug,
  baseline: v.keyof(v.strictObject(baselineSchema.entries)),
  printed: v.number(),
  published: slug,
  reason: text,
});

/** Describes a result that a meta-analysis pooled, and why the trials that we hold do not allow it. */
const poolDiscrepancySchema = v.strictObject({
  published: slug,
  outcome: slug,
  therapyClass: v.picklist(therapyClasses),
  printed: v.number(),
  reason: text,
});

export const knownDiscrepancySchema = v.union([
  figureDiscrepancySchema,
  tableDiscrepancySchema,
  poolDiscrepancySchema,
]);

export type Review = v.InferOutput<typeof reviewSchema>;
export type ReviewEntry = v.InferOutput<typeof reviewEntrySchema>;
export type ApiReview = v.InferOutput<typeof apiReviewSchema>;
export type KnownDiscrepancy = v.InferOutput<typeof knownDiscrepancySchema>;
