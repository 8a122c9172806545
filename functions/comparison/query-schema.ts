/**
 * The values every parameter of a query accepts, and the way from text to a checked query. URL
 * parsing and the element's attributes derive from this file; `query-text.ts` is the way back.
 * `functions/README.md` lists what else a new filter needs.
 */
import * as v from "valibot";
import { regions, targets } from "../../data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { ParameterName } from "../evidence/parameter-names.ts";
import type { Query } from "../evidence/query.ts";
import { parseRange } from "../evidence/range.ts";
import { defaultRegimen, defaults } from "./query-text.ts";

const settingValues = ["late", "early", "any"] as const;
const classValues = ["both", "car-t", "bsab"] as const;
const evidenceValues = ["trial", "real-world", "all"] as const;
const regimenValues = ["monotherapy", "any"] as const;
const priorBcmaValues = ["not-selected", "selected", "any"] as const;
const availabilityValues = [
  "approved",
  ...regions.filter((region) => region !== "multinational" && region !== "asia"),
  "any",
];
/** A range has no list of values; these show its three forms. */
const priorLinesForms = ["3-5", "4-", "-3"];
const ageForms = ["60-70", "65-", "-70"];

/** What of the evidence a query can name. */
export type Vocabulary = Pick<Dataset, "outcomes" | "products" | "cohorts">;

/** Every value each parameter accepts; ranges give examples of their form. */
export function vocabulary({
  outcomes,
  products,
  cohorts,
}: Vocabulary): Record<ParameterName, readonly string[]> {
  return {
    outcome: [
      "summary",
      ...new Set(outcomes.map(({ group }) => group)),
      ...outcomes.map(({ id }) => id),
    ],
    setting: settingValues,
    "prior-lines": priorLinesForms,
    age: ageForms,
    product: products.map(({ slug }) => slug),
    availability: availabilityValues,
    "therapy-class": classValues,
    evidence: evidenceValues,
    regimen: regimenValues,
    target: [...targets, "any"],
    "prior-bcma": priorBcmaValues,
    exclude: cohorts.map(({ id }) => id),
  };
}

const range = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const parsed = parseRange(value);
    if (parsed) return parsed;
    addIssue({ message: "must be a range of numbers, lower end first" });
    return NEVER;
  }),
);

/** Values joined by commas; order and repeats carry no meaning, so the vocabulary's order is kept. */
function list(values: readonly string[]) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(",")),
    v.array(v.picklist(values, "is not a known value")),
    v.transform((given) => values.filter((value) => given.includes(value))),
  );
}

/** The valibot schema from URL text (one string per parameter) to a checked query. */
export function querySchema(evidence: Vocabulary) {
  const words = vocabulary(evidence);
  return v.pipe(
    v.strictObject({
      outcome: v.optional(list(words.outcome), defaults.outcome),
      setting: v.optional(v.picklist(settingValues), defaults.setting),
      "prior-lines": v.optional(range),
      age: v.optional(range),
      product: v.optional(list(words.product)),
      availability: v.optional(v.picklist(availabilityValues), defaults.availability),
      "therapy-class": v.optional(v.picklist(classValues), defaults["therapy-class"]),
      evidence: v.optional(v.picklist(evidenceValues), defaults.evidence),
      regimen: v.optional(v.picklist(regimenValues)),
      target: v.optional(list(words.target), defaults.target),
      "prior-bcma": v.optional(v.picklist(priorBcmaValues), defaults["prior-bcma"]),
      exclude: v.optional(list(words.exclude)),
    }),
    v.transform(
      (given): Query => ({
        outcome: withoutCovered(given.outcome, evidence),
        setting: given.setting,
        priorLines: given["prior-lines"] ?? null,
        age: given.age ?? null,
        product: given.product ?? [],
        availability: given.availability,
        therapyClass: given["therapy-class"],
        evidence: given.evidence,
        regimen: given.regimen ?? defaultRegimen(given.setting),
        target: given.target.includes("any") ? ["any"] : given.target,
        priorBcma: given["prior-bcma"],
        exclude: given.exclude ?? [],
      }),
    ),
  );
}

/** An outcome already asked for by its group need not be asked for again; the summary set alone is the default. */
function withoutCovered(asked: readonly string[], { outcomes }: Vocabulary): readonly string[] {
  const needed = asked.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return true;
    const inSummary = outcome.summary !== null && asked.includes(defaults.outcome);
    return !inSummary && !asked.includes(outcome.group);
  });
  return needed.length === 1 && needed[0] === defaults.outcome ? [] : needed;
}
