/** The shape of the collected rows of subgroups and comparisons, as far as the import reads them. */
import * as v from "valibot";
import { sourceKinds } from "../vocabulary.ts";

const nullableText = v.nullable(v.string());
const nullableNumber = v.nullable(v.number());
const pValue = v.optional(v.nullable(v.union([v.number(), v.string()])));
const estimateInterval = v.nullable(v.tuple([v.number(), v.number()]));

const collectedRow = v.strictObject({
  trialOrCohort: v.string(),
  product: v.string(),
  therapyClass: v.string(),
  subgroupVariable: v.string(),
  level: v.string(),
  outcome: v.string(),
  events: nullableNumber,
  n: nullableNumber,
  pct: nullableNumber,
  ci: v.nullable(v.tuple([nullableNumber, nullableNumber])),
  source: v.strictObject({
    citation: v.string(),
    doi: nullableText,
    pmid: nullableText,
    url: nullableText,
    kind: v.picklist(sourceKinds),
  }),
  locator: v.string(),
  medianMonths: v.optional(v.number()),
  effect: v.optional(v.strictObject({ type: v.string(), value: v.number(), ci: estimateInterval })),
  p: pValue,
  derived: v.optional(v.boolean(), false),
  derivedRange: v.optional(v.nullable(v.tuple([v.number(), v.number()])), null),
  note: v.optional(v.string()),
});

/** What meta-analyses and indirect comparisons print; only the latter are read here. */
const collectedReport = v.object({
  citation: v.string(),
  model: nullableText,
  doi: nullableText,
  sourceUrl: nullableText,
  locator: v.string(),
  // The texts the collectors started from are papers that lay before them in full.
  kind: v.pipe(
    v.picklist([...sourceKinds, "seed"]),
    v.transform((kind) => (kind === "seed" ? "full-text" : kind)),
  ),
  k: v.nullable(v.record(v.string(), v.number())),
  notes: v.optional(v.string()),
  results: v.array(
    v.object({
      outcome: v.string(),
      class: v.string(),
      estimatePct: nullableNumber,
      comparison: v.nullable(
        v.object({
          measure: v.string(),
          value: v.nullable(v.union([v.number(), v.string()])),
          ci: estimateInterval,
          p: pValue,
          versus: nullableText,
        }),
      ),
      riskDifferencePct: v.optional(v.number()),
      riskDifferenceCi: v.optional(v.tuple([v.number(), v.number()])),
      riskDifferenceP: v.optional(v.string()),
    }),
  ),
});

export type CollectedRow = v.InferOutput<typeof collectedRow>;
export type CollectedReport = v.InferOutput<typeof collectedReport>;
export type CollectedResult = CollectedReport["results"][number];

/** The three collected files a row may come from, as text. */
export interface CollectedFiles {
  subgroups: string;
  comparisons: string;
  published: string;
}

export interface CollectedCollections {
  subgroups: CollectedRow[];
  comparisons: CollectedRow[];
  reports: CollectedReport[];
}

export function parseCollections(files: CollectedFiles): CollectedCollections {
  return {
    subgroups: v.parse(v.array(collectedRow), JSON.parse(files.subgroups)),
    comparisons: v.parse(v.array(collectedRow), JSON.parse(files.comparisons)),
    reports: v.parse(v.array(collectedReport), JSON.parse(files.published)),
  };
}
