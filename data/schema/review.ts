/** Schema of the review log: what was checked in the data, and which discrepancies are known. */
import * as v from "valibot";
import { isoDate, slug, text } from "./common.ts";

/** What was checked, against what, when, and in which role. */
export const reviewSchema = v.strictObject({
  status: v.picklist(["not-reviewed", "reviewed"]),
  statement: text,
  /** Date on which evidence was last collected. */
  dataDate: isoDate,
  checks: v.array(v.strictObject({ what: text, against: text, when: isoDate, role: text })),
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
