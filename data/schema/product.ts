/** A product: its names and where it is approved. */
import * as v from "valibot";
import { regions, targets, therapyClasses } from "../vocabulary.ts";
import { isoDate, positiveCount, slug, text } from "./common.ts";

export const productSchema = v.strictObject({
  slug,
  name: text,
  brandNames: v.array(text),
  therapyClass: v.picklist(therapyClasses),
  targets: v.pipe(v.array(v.picklist(targets)), v.minLength(1)),
  sponsor: v.nullable(text),
  approvals: v.array(
    v.strictObject({
      region: v.picklist(regions),
      date: v.nullable(isoDate),
      minPriorLines: v.nullable(positiveCount),
      requiredClasses: v.array(text),
      status: v.picklist(["approved", "superseded", "pending", "not-approved"]),
      detail: text,
      confidence: v.picklist(["high", "medium", "low"]),
      sources: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
  sources: v.array(
    v.strictObject({ citation: text, seenAt: v.nullable(v.pipe(v.string(), v.url())) }),
  ),
  asOf: isoDate,
});

export type Product = v.InferOutput<typeof productSchema>;
