/** Defaults of a query and its canonical text: permalinks, cache keys and filter sheets derive from it. */
import { type ParameterName, parameterNames } from "../evidence/parameter-names.ts";
import type { Query } from "../evidence/query.ts";
import { formatRange } from "../evidence/range.ts";

/** What applies when a parameter is not said. */
export const defaults = {
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
