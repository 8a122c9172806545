/**
 * The query, defined once: names, values, defaults and canonical text. URL parsing,
 * the element's attributes, permalinks, cache keys and the filter sheets derive from
 * this file. `functions/README.md` lists what else a new filter needs.
 */
import * as v from "valibot";
import { regions, targets } from "../../data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { type ParameterName, parameterNames } from "../evidence/parameter-names.ts";
import type { Query } from "../evidence/query.ts";
import { formatRange, parseRange } from "../evidence/range.ts";

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

/** What applies when a parameter is not said. */
const defaults = {
  outcome: "summary",
  setting: "late",
  availability: "approved",
  "therapy-class": "both",
  evidence: "trial",
  target: "bcma",
  "prior-bcma": "not-selected",
} as const;

/** Earlier-line evidence for bispecifics is a combination; leaving it out would empty the class. */
export function defaultRegimen(setting: Query["setting"]): Query["regimen"] {
  return setting === "early" ? "any" : "monotherapy";
}

/** Every value each parameter accepts; ranges give examples of their form. */
export function vocabulary(dataset: Dataset): Record<ParameterName, readonly string[]> {
  const { outcomes, products, cohorts } = dataset;
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
export function querySchema(dataset: Dataset) {
  const words = vocabulary(dataset);
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
        outcome: withoutCovered(given.outcome, dataset),
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
function withoutCovered(asked: readonly string[], { outcomes }: Dataset): readonly string[] {
  const needed = asked.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return true;
    const inSummary = outcome.summary !== null && asked.includes(defaults.outcome);
    return !inSummary && !asked.includes(outcome.group);
  });
  return needed.length === 1 && needed[0] === defaults.outcome ? [] : needed;
}

/** The same outcomes with every filter at its default. */
export function withoutFilters({ outcome }: Query): Query {
  return {
    outcome,
    setting: defaults.setting,
    priorLines: null,
    age: null,
    product: [],
    availability: defaults.availability,
    therapyClass: defaults["therapy-class"],
    evidence: defaults.evidence,
    regimen: defaultRegimen(defaults.setting),
    target: [defaults.target],
    priorBcma: defaults["prior-bcma"],
    exclude: [],
  };
}

/** The text of every parameter of a query, defaults included; `null` where there is nothing to say. */
export function parameterTexts(query: Query): Record<ParameterName, string | null> {
  const joined = (values: readonly string[]) => (values.length > 0 ? values.join(",") : null);
  return {
    outcome: joined(query.outcome),
    setting: query.setting,
    "prior-lines": query.priorLines && formatRange(query.priorLines),
    age: query.age && formatRange(query.age),
    product: joined(query.product),
    availability: query.availability,
    "therapy-class": query.therapyClass,
    evidence: query.evidence,
    regimen: query.regimen,
    target: joined(query.target),
    "prior-bcma": query.priorBcma,
    exclude: joined(query.exclude),
  };
}

/** The parameters that differ from their defaults, in the order of the vocabulary. */
export function changedParameters(query: Query): [ParameterName, string][] {
  const texts = parameterTexts(query);
  const unsaid: Readonly<Record<string, string>> = {
    ...defaults,
    regimen: defaultRegimen(query.setting),
  };
  return parameterNames.flatMap((name) => {
    const text = texts[name];
    return text === null || text === unsaid[name] ? [] : [[name, text]];
  });
}

/** One text per question, so equal questions share permalink, cache key and bytes; empty for the default. Every value is URL-safe by its grammar. */
export function canonicalQuery(query: Query): string {
  return changedParameters(query)
    .map(([name, text]) => `${name}=${text}`)
    .join("&");
}
