/** Schema of the review log: what was checked in the data, and which discrepancies are known. */
import * as v from "valibot";
import { isoDate, slug, text } from "./common.ts";
import { described, named } from "./described.ts";

/** What was checked, against what, when, and in which role. */
export const reviewSchema = named("Review", {
  status: described(
    v.picklist(["not-reviewed", "reviewed"]),
    "Whether a clinician has reviewed the data.",
  ),
  statement: described(text, "The same in a sentence."),
  dataDate: described(isoDate, "Date on which the evidence was last collected."),
  checks: described(
    v.array(
      v.strictObject({
        what: described(text, "What was checked."),
        against: described(text, "Against what."),
        when: described(isoDate, "When."),
        role: described(text, "By which role."),
      }),
    ),
    "What was checked.",
  ),
});

/** A printed percentage that does not match its own count. It is kept as printed and explained. */
export const knownDiscrepancySchema = v.strictObject({
  cohort: slug,
  outcome: slug,
  cut: text,
  reason: text,
});

export type Review = v.InferOutput<typeof reviewSchema>;
export type KnownDiscrepancy = v.InferOutput<typeof knownDiscrepancySchema>;
