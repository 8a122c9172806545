/** The shape of a collected evidence file, as far as the import reads it. */
import * as v from "valibot";
import { sourceKinds } from "../vocabulary.ts";

const nullableText = v.nullable(v.string());
const nullableNumber = v.nullable(v.number());
const interval = v.nullable(v.tuple([nullableNumber, nullableNumber]));

/** A printed percentage keeps its text, because 88.0 was printed more precisely than 88. */
const printedNumber = v.nullable(v.string());

const figure = v.object({
  events: nullableNumber,
  n: nullableNumber,
  percentPrinted: printedNumber,
  derived: v.boolean(),
  derivedRange: v.optional(v.nullable(v.tuple([v.number(), v.number()]))),
  source: v.number(),
  locator: v.string(),
  definition: nullableText,
});

const survivalFamily = v.object({
  medianMonths: nullableNumber,
  ci: interval,
  landmarks: v.array(
    v.object({
      month: v.number(),
      pct: v.number(),
      ci: v.nullable(v.tuple([v.number(), v.number()])),
      source: v.optional(v.nullable(v.number())),
    }),
  ),
  source: nullableNumber,
});

const collectedCohort = v.object({
  id: v.string(),
  label: v.string(),
  firstAuthor: nullableText,
  year: nullableNumber,
  registry: v.array(v.string()),
  therapyClass: v.picklist(["CAR-T", "BsAb"]),
  target: v.string(),
  dualTarget: nullableText,
  construct: v.optional(
    v.nullable(
      v.object({
        bindingDomain: nullableText,
        vector: nullableText,
        costimulation: nullableText,
        source: nullableText,
        lymphodepletion: nullableText,
      }),
    ),
  ),
  phase: nullableText,
  design: v.picklist(["single-arm", "dose-escalation", "randomised-arm", "retrospective"]),
  dose: nullableText,
  region: nullableText,
  enrolment: v.nullable(v.object({ from: nullableText, to: nullableText })),
  baseline: v.object({
    n: nullableNumber,
    leukapheresed: nullableNumber,
    medianAge: nullableNumber,
    ageRange: v.nullable(v.tuple([v.number(), v.number()])),
    medianPriorLines: nullableNumber,
    priorLinesRange: v.nullable(v.tuple([v.number(), v.number()])),
    priorAutoSctPct: nullableNumber,
    issIIIPct: nullableNumber,
    highRiskCytogeneticsPct: nullableNumber,
    extramedullaryPct: nullableNumber,
    refractoryPct: nullableNumber,
    tripleClassRefractoryPct: nullableNumber,
    pentaRefractoryPct: nullableNumber,
    priorBcmaPct: nullableNumber,
  }),
  outcomes: v.record(v.string(), figure),
  survival: v.objectWithRest(
    { followUpMonths: nullableNumber },
    v.nullable(v.union([v.number(), survivalFamily])),
  ),
  overlapsWith: v.array(v.string()),
  sources: v.array(
    v.object({
      citation: v.string(),
      doi: nullableText,
      pmid: nullableText,
      url: nullableText,
      kind: v.picklist([...sourceKinds, "seed"]),
      followUpMonths: nullableNumber,
      dataCutoff: nullableText,
      tier: v.picklist([1, 2, 3, 4]),
    }),
  ),
  missing: v.array(v.string()),
  notes: v.nullable(v.union([v.string(), v.object({ text: v.string() })])),
  curation: v.object({
    evidence: v.picklist(["trial", "real-world"]),
    productSlug: v.string(),
    regimen: v.picklist(["monotherapy", "combination"]),
    setting: v.picklist(["late", "early", "mixed"]),
    settingBasis: v.string(),
    priorBcma: v.picklist(["required", "some", "none", "unknown"]),
    doses: v.picklist(["recommended", "escalation"]),
  }),
});

export type CollectedCohort = v.InferOutput<typeof collectedCohort>;
export type CollectedFigure = CollectedCohort["outcomes"][string];
export type CollectedSurvival = v.InferOutput<typeof survivalFamily>;

export function parseCollected(text: string): CollectedCohort {
  const quoted = text.replace(/("percentPrinted":\s*)([\d.]+)/g, '$1"$2"');
  return v.parse(collectedCohort, JSON.parse(quoted));
}
