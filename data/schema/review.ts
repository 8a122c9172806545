/** What was checked of the data, and what is known not to fit. */
import * as v from "valibot";
import { isoDate, slug, text } from "./common.ts";

/** What was checked, against what, when, and by which role. */
export const reviewSchema = v.strictObject({
  status: v.picklist(["not-reviewed", "reviewed"]),
  statement: text,
  /** Date on which the evidence was last collected. */
  dataDate: isoDate,
  checks: v.array(v.strictObject({ what: text, against: text, when: isoDate, role: text })),
});

/** A printed percentage that does not fit its own count, kept as printed and explained. */
export const knownDiscrepancySchema = v.strictObject({
  cohort: slug,
  outcome: slug,
  cut: text,
  reason: text,
});

export type Review = v.InferOutput<typeof reviewSchema>;
export type KnownDiscrepancy = v.InferOutput<typeof knownDiscrepancySchema>;
