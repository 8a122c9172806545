/** One predicate per filter: the reason why a cohort is left out, or `null`. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type FilterName, type OwnFilterName, propertyName } from "../question/parameter-names.ts";
import { filterNames } from "../question/parameter-values.ts";
import { parameters } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { inRange } from "../question/range.ts";
import type { Dataset } from "./dataset.ts";
import type { Exclusion, FieldFilter } from "./reasons.ts";

export interface LeftOut {
  parameter: string;
  reason: Exclusion;
}

type Filter = (cohort: ComputeCohort, query: Query, dataset: Dataset) => Exclusion | null;

/** A record keyed by filter name, so that a missing predicate is a compile error. */
const ownFilters: Readonly<Record<OwnFilterName, Filter>> = {
  set: ({ id }, { set }, { sets }) => {
    const named = sets.find((one) => one.id === set);
    // If the cohorts of a set are not public, only its other parameters select cohorts.
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

  regimen: ({ regimen: own, therapyClass }, { regimen }) => {
    // CAR-T cells are infused once; what is combined with other drugs is the bispecific.
    const wanted = therapyClass === "car-t" && regimen === "combination" ? "monotherapy" : regimen;
    if (wanted === "any" || own === wanted) return null;
    return { code: own === "combination" ? "combination" : "not-combined" };
  },

  target: (cohort, { target }, dataset) => {
    const { targets } = cohort;
    // One product that binds two antigens counts for either, products of two kinds for neither.
    const needed = isMixed(cohort, dataset) ? "every" : "some";
    return target.includes("any") || targets[needed]((antigen) => target.includes(antigen))
      ? null
      : { code: "other-target", targets };
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

  doses: ({ doses: own }, { doses }) => {
    if (doses === "any" || own === "recommended") return null;
    if (own === "other") return { code: "other-dose" };
    return doses === "given" ? null : { code: "dose-escalation" };
  },
};

/** Whether the patients received one of several products. */
function isMixed({ product }: ComputeCohort, { products }: Dataset): boolean {
  return products.some(({ slug, contains }) => slug === product && contains.length > 0);
}

/** Only the first reason is told: what the clinician set comes before what applies by default. */
const first: readonly FilterName[] = [
  "set",
  "exclude",
  "therapy-class",
  "product",
  "evidence",
  "setting",
  "prior-lines",
  "age",
  "regimen",
  "target",
  "prior-bcma",
  "availability",
];

const filters = Object.fromEntries(
  [...new Set([...first, ...filterNames])].map((name): [FilterName, Filter] => [
    name,
    isOwn(name) ? ownFilters[name] : byField(name),
  ]),
) as Readonly<Record<FilterName, Filter>>;

function isOwn(name: FilterName): name is OwnFilterName {
  return name in ownFilters;
}

/** A filter leaves out cohorts that do not report the field, but only if it is set. */
function byField(name: FieldFilter): Filter {
  const { number } = parameters[name].filter;
  const property = propertyName(name);
  return (cohort, query) => {
    const range = query[property];
    if (range === null) return null;
    const value = cohort[number];
    if (value === null) return { code: "field-not-reported", field: name };
    return inRange(value, range) ? null : { code: "outside-range", field: name, value, range };
  };
}

const filterEntries = Object.entries(filters);

/** Why this cohort, or of a label pool one of its parts, is left out; `null` if it is not. */
export function reasonAgainst(
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): LeftOut | null {
  for (const one of withParts(cohort, dataset)) {
    for (const [parameter, filter] of filterEntries) {
      const reason = filter(one, query, dataset);
      if (reason !== null) return { parameter, reason };
    }
  }
  return null;
}

/** A label pool may be used only if every cohort that it holds may be used. */
function withParts(cohort: ComputeCohort, { cohorts }: Dataset): ComputeCohort[] {
  // Few are such pools, and every question asks this of every cohort.
  if (cohort.parts.length === 0) return [cohort];
  return [cohort, ...cohorts.filter(({ id }) => cohort.parts.includes(id))];
}

/** All filters that leave this cohort out, to see the effect of changing one of them. */
export function failedFilters(cohort: ComputeCohort, query: Query, dataset: Dataset): string[] {
  const all = withParts(cohort, dataset);
  return filterEntries
    .filter(([, filter]) => all.some((one) => filter(one, query, dataset) !== null))
    .map(([name]) => name);
}

export function passes(
  name: FilterName,
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): boolean {
  return withParts(cohort, dataset).every((one) => filters[name](one, query, dataset) === null);
}
