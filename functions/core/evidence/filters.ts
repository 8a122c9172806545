/**
 * One entry per filter: a predicate that says why a cohort is left out, or `null`.
 * The first reason found is the one reported, so the order runs from what the
 * clinician chose by hand to what the defaults imply.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { FilterName } from "../question/parameter-names.ts";
import type { Query } from "../question/query.ts";
import { inRange, type Range } from "../question/range.ts";
import type { Dataset } from "./dataset.ts";
import type { Exclusion, Field } from "./reasons.ts";

export interface LeftOut {
  /** The parameter that left the cohort out. */
  parameter: string;
  reason: Exclusion;
}

type Filter = (cohort: ComputeCohort, query: Query, dataset: Dataset) => Exclusion | null;

/** Keyed by name, so that a filter somebody may set and nobody applies does not compile. */
const filters: Readonly<Record<FilterName, Filter>> = {
  set: ({ id }, { set }, { sets }) => {
    const named = sets.find((one) => one.id === set);
    // A set whose cohorts are not public leaves the choice to its filters.
    return named?.cohorts?.includes(id) === false ? { code: "not-in-set", set: named.name } : null;
  },

  exclude: (cohort, { exclude }) => (exclude.includes(cohort.id) ? { code: "by-hand" } : null),

  "therapy-class": ({ therapyClass: own }, { therapyClass }) =>
    therapyClass === "both" || own === therapyClass
      ? null
      : { code: "other-class", therapyClass: own },

  product: (cohort, { product }, { products }) => {
    if (product.length === 0 || product.includes(cohort.product)) return null;
    // A product restricts only its own class; the other class stays whole.
    const restricts = products.some(
      ({ slug, therapyClass }) => therapyClass === cohort.therapyClass && product.includes(slug),
    );
    return restricts ? { code: "other-product" } : null;
  },

  evidence: ({ evidence: own }, { evidence }) =>
    evidence === "all" || own === evidence ? null : { code: "other-evidence", evidence: own },

  setting: ({ setting: own }, { setting }) =>
    setting === "any" || own === setting ? null : { code: "other-setting", setting: own },

  "prior-lines": (cohort, { priorLines }) =>
    outside("prior-lines", cohort.medianPriorLines, priorLines),

  age: (cohort, { age }) => outside("age", cohort.medianAge, age),

  regimen: (cohort, { regimen }) =>
    regimen === "any" || cohort.regimen === regimen ? null : { code: "combination" },

  target: ({ targets }, { target }) =>
    target.includes("any") || targets.some((antigen) => target.includes(antigen))
      ? null
      : { code: "other-target", targets },

  "dual-target": ({ targets }, { dualTarget }) => {
    const two = targets.length > 1;
    if (dualTarget === "any" || two === (dualTarget === "yes")) return null;
    return { code: "other-number-of-targets", two };
  },

  "prior-bcma": (cohort, { priorBcma }) => {
    if (priorBcma === "any") return null;
    const required = cohort.priorBcma === "required";
    return required === (priorBcma === "selected") ? null : { code: "after-bcma", required };
  },

  availability: (cohort, { availability }, { products, review }) => {
    if (availability === "any") return null;
    const approvedIn = products.find(({ slug }) => slug === cohort.product)?.approvedIn ?? [];
    if (availability === "approved" ? approvedIn.length > 0 : approvedIn.includes(availability)) {
      return null;
    }
    return { code: "not-approved", region: availability, date: review.dataDate };
  },

  doses: (cohort, { doses }) =>
    doses === "any" || cohort.doses === "recommended" ? null : { code: "dose-escalation" },

  phase: (cohort, { phase }) => oneOf("phase", cohort.phase?.replace("/", "-") ?? null, phase),

  region: (cohort, { region }) => oneOf("region", cohort.region, region),

  year: (cohort, { year }) => outside("year", cohort.year, year),

  "min-n": ({ n }, { minN }) => {
    return outside("min-n", n, minN === null ? null : { min: minN, max: null });
  },

  "follow-up": (cohort, { followUp }) => outside("follow-up", cohort.followUpMonths, followUp),

  "high-risk": (cohort, { highRisk }) =>
    outside("high-risk", cohort.highRiskCytogeneticsPercent, highRisk),

  emd: (cohort, { emd }) => outside("emd", cohort.extramedullaryPercent, emd),

  "iss-3": (cohort, { iss3 }) => outside("iss-3", cohort.issIIIPercent, iss3),

  "triple-refractory": (cohort, { tripleRefractory }) =>
    outside("triple-refractory", cohort.tripleClassRefractoryPercent, tripleRefractory),

  "binding-domain": (cohort, { bindingDomain }) =>
    ofConstruct(cohort, "binding-domain", cohort.construct?.bindingDomain, bindingDomain),

  costimulation: (cohort, { costimulation }) =>
    ofConstruct(cohort, "costimulation", cohort.construct?.costimulation, costimulation),

  vector: (cohort, { vector }) => ofConstruct(cohort, "vector", cohort.construct?.vector, vector),

  expansion: (cohort, { expansion }) =>
    ofConstruct(cohort, "expansion", cohort.construct?.expansion, expansion),

  lymphodepletion: (cohort, { lymphodepletion }) =>
    ofConstruct(cohort, "lymphodepletion", cohort.construct?.lymphodepletion, lymphodepletion),
};

const filterEntries = Object.entries(filters);

/** Why this cohort does not answer the query, or `null` when it does. */
export function reasonAgainst(
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): LeftOut | null {
  for (const [parameter, filter] of filterEntries) {
    const reason = filter(cohort, query, dataset);
    if (reason !== null) return { parameter, reason };
  }
  return null;
}

/** Every filter that leaves this cohort out, so that a change of one of them can be told from what the others did. */
export function failedFilters(cohort: ComputeCohort, query: Query, dataset: Dataset): string[] {
  return filterEntries
    .filter(([, filter]) => filter(cohort, query, dataset) !== null)
    .map(([name]) => name);
}

/** Whether one filter alone lets the cohort pass. */
export function passes(
  name: FilterName,
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): boolean {
  return filters[name](cohort, query, dataset) === null;
}

/** A filter the user set leaves out a cohort that does not report the field; a filter not set never does. */
function outside(field: Field, value: number | null, range: Range | null): Exclusion | null {
  if (range === null) return null;
  if (value === null) return { code: "field-not-reported", field };
  return inRange(value, range) ? null : { code: "outside-range", field, value, range };
}

function oneOf(field: Field, value: string | null, wanted: readonly string[]): Exclusion | null {
  if (wanted.length === 0 || (value !== null && wanted.includes(value))) return null;
  return value === null
    ? { code: "field-not-reported", field }
    : { code: "other-value", field, value };
}

/** Only CAR-T cells have a construct: filters by it leave bispecifics whole. */
function ofConstruct(
  { therapyClass }: ComputeCohort,
  field: Field,
  value: string | null | undefined,
  wanted: readonly string[],
): Exclusion | null {
  return therapyClass === "car-t" ? oneOf(field, value ?? null, wanted) : null;
}
