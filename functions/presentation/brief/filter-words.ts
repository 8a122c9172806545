/** Every filter of a question in words. Keyed by name, so that one without words does not compile. */

import type { FilterName } from "#core/question/parameter-names.ts";
import type { Query } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import { className } from "../words/english/brief/parts.ts";
import { counted } from "../words/english/counted.ts";
import { en } from "../words/english/screen.ts";
import { rangeText } from "../words/range-text.ts";

type Words = (query: Query) => string | null;

const settings = {
  late: "late setting (3 or more prior lines, or triple-class exposed)",
  early: "early setting (1 to 4 prior lines)",
  any: "any setting",
} as const;

const availability = (region: string): string =>
  region === "any"
    ? "approved products and products in development"
    : region === "approved"
      ? "products approved in at least one region"
      : `products approved in ${region.toUpperCase()}`;

/** In the order in which they are said. */
const words: Readonly<Record<FilterName, Words>> = {
  set: () => null,
  setting: ({ setting }) => settings[setting],
  "prior-lines": ({ priorLines }) => median("prior lines", priorLines),
  age: ({ age }) => median("age", age),
  evidence: ({ evidence }) =>
    ({
      trial: "clinical trials",
      "real-world": "real-world cohorts",
      all: "clinical trials and real-world cohorts",
    })[evidence],
  regimen: ({ regimen }) => (regimen === "any" ? "monotherapy or combination" : "monotherapy"),
  target: ({ target }) =>
    target.includes("any") ? "any target" : `target ${several(target.map(upper))}`,
  "dual-target": ({ dualTarget }) =>
    dualTarget === "any" ? null : dualTarget === "yes" ? "two targets at once" : "one target",
  availability: (query) => availability(query.availability),
  "prior-bcma": ({ priorBcma }) =>
    ({
      any: "recruited after BCMA therapy or not",
      selected: "recruited after BCMA therapy",
      "not-selected": "without cohorts recruited after BCMA therapy",
    })[priorBcma],
  "therapy-class": ({ therapyClass }) =>
    therapyClass === "both" ? null : `${className[therapyClass]} alone`,
  product: ({ product }) =>
    product.length === 0 ? null : `product ${several(product)} (restricts its own class only)`,
  doses: ({ doses }) => (doses === "any" ? null : "without dose escalation"),
  phase: ({ phase }) =>
    phase.length === 0 ? null : `phase ${several(phase.map((one) => one.replace("-", "/")))}`,
  region: ({ region }) => (region.length === 0 ? null : `region ${several(region.map(place))}`),
  year: ({ year }) => within("year of publication", year),
  "min-n": ({ minN }) => (minN === null ? null : `${minN} or more patients`),
  "follow-up": ({ followUp }) => median("follow-up in months", followUp),
  "high-risk": ({ highRisk }) => within("percent with high-risk cytogenetics", highRisk),
  emd: ({ emd }) => within("percent with extramedullary disease", emd),
  "iss-3": ({ iss3 }) => within("percent with ISS III", iss3),
  "triple-refractory": ({ tripleRefractory }) =>
    within("percent triple-class refractory", tripleRefractory),
  "binding-domain": ({ bindingDomain }) => construct("binding domain", bindingDomain),
  costimulation: ({ costimulation }) => construct("costimulation", costimulation),
  vector: ({ vector }) => construct("vector", vector),
  expansion: ({ expansion }) => construct("expansion", expansion),
  lymphodepletion: ({ lymphodepletion }) => construct("lymphodepletion", lymphodepletion),
  exclude: ({ exclude }) =>
    exclude.length === 0 ? null : `without ${counted(exclude.length, "cohort")} left out by hand`,
};

/** What the cohorts have to be, the defaults included. */
export function filterWords(query: Query): readonly string[] {
  return Object.values(words)
    .map((word) => word(query))
    .filter((word) => word !== null);
}

function within(field: string, range: Range | null): string | null {
  return range && `${field} ${rangeText(range, en)}`;
}

function median(field: string, range: Range | null): string | null {
  return within(`median ${field}`, range);
}

function several(values: readonly string[]): string {
  return values.join(" or ");
}

function construct(part: string, values: readonly string[]): string | null {
  return values.length === 0 ? null : `CAR-T with ${part} ${several(values)}`;
}

function upper(text: string): string {
  return text.toUpperCase();
}

/** Codes of countries are large, words are not. */
function place(region: string): string {
  return region.length === 2 ? upper(region) : region === "asia" ? "Asia" : region;
}
