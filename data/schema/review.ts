/** The review log: what was checked, by whom, and which discrepancies are known. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { baselineSchema } from "./cohort.ts";
import { isoDate, slug, text } from "./common.ts";
import { atLeastOne, described, listOf, named, oneOf } from "./description.ts";

export const reviewSchema = named("Review", {
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

const ownReviewSchema = v.strictObject({
  /** Id of the cohort; `null` for the rules, or for the labels of all products. */
  cohort: v.nullable(slug),
  labels: v.optional(v.literal(true)),
  ...review,
  /** The hash of the reviewed content, so that a later change is noticed; `npm run evidence -- sign` enters it. */
  content: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "must be 16 hexadecimal digits")),
});

export const reviewFileSchema = v.strictObject({
  ...reviewSchema.entries,
  reviews: v.array(ownReviewSchema),
});

export const statedReviewSchema = named("OwnReview", {
  ...review,
  isCurrent: described(v.boolean(), "Whether what was reviewed has not changed since."),
});

/** A percentage that does not match its own count. It is kept as printed and explained. */
const figureDiscrepancySchema = v.strictObject({
  cohort: slug,
  outcome: slug,
  cut: text,
  reason: text,
});

/** A difference between a meta-analysis' table and a cohort's patients, and why the cohort says something else. */
const tableDiscrepancySchema = v.strictObject({
  cohort: slug,
  baseline: v.keyof(v.strictObject(baselineSchema.entries)),
  printed: v.number(),
  published: slug,
  reason: text,
});

/** A pool of a meta-analysis, and why our trials contradict it. */
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
export type OwnReview = v.InferOutput<typeof ownReviewSchema>;
export type StatedReview = v.InferOutput<typeof statedReviewSchema>;
export type KnownDiscrepancy = v.InferOutput<typeof knownDiscrepancySchema>;
