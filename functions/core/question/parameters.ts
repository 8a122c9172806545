/**
 * Every parameter of a question in one table: how its text is read, what applies when it is not
 * said, and its widest value where it leaves cohorts out. Canonical texts, permalinks, the element's
 * attributes and what to relax derive from it; the words it accepts stand in `parameter-values.ts`,
 * which the phone's engine does not need.
 */
import type { ParameterName, PropertyName } from "./parameter-names.ts";
import type { Query } from "./query.ts";
import { formatRange, type Range } from "./range.ts";

/** Of a range or number: what lifts one that a named set says. */
export const unrestricted = "any";

export interface Parameter<T> {
  /** One word, words joined by commas, a range, a number, or what to compare by. */
  readonly form: "choice" | "list" | "range" | "number" | "dimension";
  /** What applies when it is not said. */
  readonly initial: T;
  /** Leaves nobody out; `null` for what is no filter. */
  readonly widest: { readonly value: T } | null;
  /** `null` where there is nothing to say. */
  text(value: T): string | null;
}

/** Without a widest value it is no filter. */
function choice<T extends string>(initial: T, widest?: T): Parameter<T> {
  return {
    form: "choice",
    initial,
    widest: widest === undefined ? null : { value: widest },
    text: (value) => value,
  };
}

function list<T extends string>(
  initial: readonly T[] = [],
  widest: readonly T[] | null = [],
): Parameter<readonly T[]> {
  return {
    form: "list",
    initial,
    widest: widest && { value: widest },
    text: (given) => (given.length > 0 ? given.join(",") : null),
  };
}

const range: Parameter<Range | null> = {
  form: "range",
  initial: null,
  widest: { value: null },
  text: (value) => value && formatRange(value),
};

const number: Parameter<number | null> = {
  form: "number",
  initial: null,
  widest: { value: null },
  text: (value) => (value === null ? null : String(value)),
};

/** What is compared when nothing else is asked for. */
export const usualDimension = "therapy-class";

export const parameters: {
  readonly [Name in ParameterName]: Parameter<Query[PropertyName<Name>]>;
} = {
  set: choice<string>("current", "current"),
  outcome: list<string>([], null),
  compare: { ...choice<string>(usualDimension), form: "dimension" },
  setting: choice("late", "any"),
  "prior-lines": range,
  age: range,
  product: list(),
  availability: choice<string>("approved", "any"),
  "therapy-class": choice("both", "both"),
  evidence: choice("trial", "all"),
  // Not said, a regimen follows from the setting: see `defaultRegimen`.
  regimen: choice("monotherapy", "any"),
  target: list(["bcma"], ["any"]),
  "dual-target": choice("any", "any"),
  "prior-bcma": choice("not-selected", "any"),
  doses: choice("any", "any"),
  phase: list(),
  region: list(),
  year: range,
  "min-n": number,
  "follow-up": range,
  "high-risk": range,
  emd: range,
  "iss-3": range,
  "triple-refractory": range,
  "binding-domain": list(),
  costimulation: list(),
  vector: list(),
  expansion: list(),
  lymphodepletion: list(),
  exclude: list(),
  denominator: choice("treated"),
  definition: choice("strict"),
  cut: choice<string>("primary"),
  sources: choice("reviewed"),
  overlap: choice("drop"),
  model: choice("bayes"),
  interval: choice("t"),
  tau: choice("separate"),
};

/** Earlier-line evidence for bispecifics is a combination; leaving it out would empty the class. */
export function defaultRegimen(setting: Query["setting"]): Query["regimen"] {
  return setting === "early" ? "any" : "monotherapy";
}
