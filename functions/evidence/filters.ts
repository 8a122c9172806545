/**
 * One entry per filter: a predicate that says why a cohort is left out, or `null`.
 * The first reason found is the one reported, so the order runs from what the
 * clinician chose by hand to what the defaults imply.
 */
import type { ComputeCohort } from "../../data/compute-set.ts";
import { fullName } from "./class-names.ts";
import type { Dataset } from "./dataset.ts";
import type { FilterName } from "./parameter-names.ts";
import type { Query } from "./query.ts";
import { formatRange, inRange, type Range } from "./range.ts";

export interface Reason {
  /** The parameter that left the cohort out. */
  parameter: string;
  text: string;
}

type Filter = (cohort: ComputeCohort, query: Query, dataset: Dataset) => string | null;

/** Keyed by name, so that a filter somebody may set and nobody applies does not compile. */
const filters: Readonly<Record<FilterName, Filter>> = {
  set: ({ id }, { set }, { sets }) => {
    const named = sets.find((one) => one.id === set);
    // A set whose cohorts are not public leaves the choice to its filters.
    return named?.cohorts?.includes(id) === false ? `not a cohort of ${named.name}` : null;
  },

  exclude: (cohort, { exclude }) => (exclude.includes(cohort.id) ? "left out by hand" : null),

  "therapy-class": (cohort, { therapyClass }) =>
    therapyClass === "both" || cohort.therapyClass === therapyClass
      ? null
      : `${fullName[cohort.therapyClass]} cohort`,

  product: (cohort, { product }, { products }) => {
    if (product.length === 0) return null;
    const named = products.filter(({ slug }) => product.includes(slug));
    // A product restricts only its own class; the other class stays whole.
    const restricts = named.some(({ therapyClass }) => therapyClass === cohort.therapyClass);
    return restricts && !product.includes(cohort.product) ? "another product" : null;
  },

  evidence: (cohort, { evidence }) =>
    evidence === "all" || cohort.evidence === evidence
      ? null
      : cohort.evidence === "trial"
        ? "clinical trial"
        : "real-world cohort",

  setting: (cohort, { setting }) =>
    setting === "any" || cohort.setting === setting ? null : `${cohort.setting} setting`,

  "prior-lines": (cohort, { priorLines }) =>
    outside("median prior lines", cohort.medianPriorLines, priorLines),

  age: (cohort, { age }) => outside("median age", cohort.medianAge, age),

  regimen: (cohort, { regimen }) =>
    regimen === "any" || cohort.regimen === regimen ? null : "given in a combination",

  target: (cohort, { target }) =>
    target.includes("any") || cohort.targets.some((antigen) => target.includes(antigen))
      ? null
      : `target ${cohort.targets.map((antigen) => antigen.toUpperCase()).join(" and ")}`,

  "dual-target": ({ targets }, { dualTarget }) => {
    if (dualTarget === "any" || targets.length > 1 === (dualTarget === "yes")) return null;
    return targets.length > 1 ? "two targets" : "one target";
  },

  "prior-bcma": (cohort, { priorBcma }) => {
    if (priorBcma === "any") return null;
    const selected = cohort.priorBcma === "required";
    if (selected === (priorBcma === "selected")) return null;
    return selected ? "recruited after BCMA therapy" : "not recruited after BCMA therapy";
  },

  availability: (cohort, { availability }, { products, review }) => {
    if (availability === "any") return null;
    const approvedIn = products.find(({ slug }) => slug === cohort.product)?.approvedIn ?? [];
    if (availability === "approved" ? approvedIn.length > 0 : approvedIn.includes(availability)) {
      return null;
    }
    const where =
      availability === "approved" ? "in any region" : `in ${availability.toUpperCase()}`;
    return `product not approved ${where} as of ${review.dataDate}`;
  },

  doses: (cohort, { doses }) =>
    doses === "any" || cohort.doses === "recommended" ? null : "dose escalation",

  phase: (cohort, { phase }) => oneOf("phase", cohort.phase?.replace("/", "-") ?? null, phase),

  region: (cohort, { region }) => oneOf("region", cohort.region, region),

  year: (cohort, { year }) => outside("year", cohort.year, year),

  "min-n": ({ n }, { minN }) => {
    return outside("number of patients", n, minN === null ? null : { min: minN, max: null });
  },

  "follow-up": (cohort, { followUp }) =>
    outside("median follow-up", cohort.followUpMonths, followUp),

  "high-risk": (cohort, { highRisk }) =>
    outside("high-risk cytogenetics %", cohort.highRiskCytogeneticsPercent, highRisk),

  emd: (cohort, { emd }) => outside("extramedullary disease %", cohort.extramedullaryPercent, emd),

  "iss-3": (cohort, { iss3 }) => outside("ISS III %", cohort.issIIIPercent, iss3),

  "triple-refractory": (cohort, { tripleRefractory }) =>
    outside("triple-class refractory %", cohort.tripleClassRefractoryPercent, tripleRefractory),

  "binding-domain": (cohort, { bindingDomain }) =>
    ofConstruct(cohort, "binding domain", cohort.construct?.bindingDomain, bindingDomain),

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
): Reason | null {
  for (const [parameter, filter] of filterEntries) {
    const text = filter(cohort, query, dataset);
    if (text !== null) return { parameter, text };
  }
  return null;
}

/** A filter the user set leaves out a cohort that does not report the field; a filter not set never does. */
function outside(field: string, value: number | null, range: Range | null): string | null {
  if (range === null) return null;
  if (value === null) return `${field} not reported`;
  return inRange(value, range) ? null : `${field} ${value}, outside ${formatRange(range)}`;
}

function oneOf(field: string, value: string | null, wanted: readonly string[]): string | null {
  if (wanted.length === 0 || (value !== null && wanted.includes(value))) return null;
  return value === null ? `${field} not reported` : `${field} ${value}`;
}

/** Only CAR-T cells have a construct: filters by it leave bispecifics whole. */
function ofConstruct(
  { therapyClass }: ComputeCohort,
  field: string,
  value: string | null | undefined,
  wanted: readonly string[],
): string | null {
  return therapyClass === "car-t" ? oneOf(field, value ?? null, wanted) : null;
}
