/** Defines the review log: what was checked, by whom, and which discrepancies are known. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { baselineSchema } from "./cohort.ts";
import { isoDate, slug, text } from "./common.ts";
import { described, listOf, namedObject, orAbsent } from "./description.ts";

const log = {
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
};

const signature = {
  role: described(text, "In which role somebody checked."),
  name: orAbsent(text, "Who it was, if they are named."),
  interests: orAbsent(text, "Their conflicts of interest, as they stated them."),
  when: described(isoDate, "The day of the check, or that on which it was entered."),
  version: described(text, "The version of the data that was reviewed."),
  checked: orAbsent(text, "What was checked, against what."),
};

const reviewEntrySchema = v.strictObject({
  /** `part` is what was signed (`data/review-parts.ts`): the id of a cohort, `labels us`, `rule which-trials`. */
  part: text,
  ...signature,
  /** `content` is a hash of the signed content, which shows a later change; `npm run evidence -- sign` enters it. */
  content: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "must be 16 hexadecimal digits")),
});

export const reviewFileSchema = v.strictObject({ ...log, reviews: v.array(reviewEntrySchema) });

export const apiReviewSchema = namedObject("OwnReview", {
  ...signature,
  isCurrent: described(v.boolean(), "Whether what was reviewed has not changed since."),
});

export const reviewSchema = namedObject("Review", {
  ...log,
  rules: listOf(text, "The rules that can be signed, by name."),
  signed: described(
    v.record(v.string(), apiReviewSchema),
    "What was signed: cohorts by id, the labels of a region as `labels us`, a rule as `rule which-trials`.",
  ),
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
