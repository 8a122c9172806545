/** Holds the reasons why a cohort is left out, and one predicate per filter, which returns one of them or `null`. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { DimensionName } from "../question/dimensions.ts";
import { listEarlierTherapyKinds } from "../question/earlier-kinds.ts";
import { filterNames, hasNoPublishedSet } from "../question/parameter-values.ts";
import { parameters } from "../question/parameters.ts";
import type { EarlierKind } from "../question/patient.ts";
import {
  type FilterName,
  makePropertyName,
  type PredicateFilterName,
  type Query,
  type RangeFilterName,
} from "../question/query.ts";
import { isWithinRange, type Range } from "../question/range.ts";
import type { Dataset } from "./dataset.ts";
import {
  areTherapyKindsUnknown,
  findEnrolledElseAdmittedLineRange,
  hasTherapyKindInHalf,
  isEarlierBcmaTherapyRequired,
  listNonzeroTherapyKindCounts,
  type PrintedKind,
} from "./earlier-therapy.ts";
import type { Coded, None } from "./reasons.ts";
import {
  isProductApprovedInRegion,
  type LabelRegion,
  listChosenRegions,
  makeRegimen,
  type RegionLabel,
  readRegionLabels,
} from "./regimen-labels.ts";

/** Names a fact that a cohort may report, as the filter or the dimension for it is named. */
export type Field = RangeFilterName | DimensionName;

export type Exclusion = Coded<{
  "not-in-set": { set: string };
  "by-hand": None;
  "other-class": { therapyClass: TherapyClass };
  "other-product": None;
  "other-evidence": { evidence: "trial" | "real-world" };
  "other-setting": { setting: "late" | "early" | "mixed" };
  /** The lines of the question are outside the range of the patients' prior lines. */
  "other-lines": { of: "enrolled" | "admitted"; range: Range };
  combination: None;
  "not-combined": None;
  "other-target": { targets: string[] };
  "after-bcma": { required: boolean };
  /** The cohort was recruited for earlier therapy, and reports that nobody had any of these kinds. */
  "other-kinds": { kinds: EarlierKind[] };
  /**
   * The cohort was recruited for earlier therapy, and for none of these kinds does it report that half of its
   * patients had it.
   */
  "few-of-kinds": { printed: PrintedKind[] };
  "no-kind-printed": None;
  /** The product has no approval in force in any of these regions. */
  "not-sold": { regions: LabelRegion[]; date: string };
  /** `labels` has the label of the regimen after these lines in each region; none is `labelled`. */
  "not-on-label": {
    lines: Query["lines"];
    labels: RegionLabel[];
    date: string;
  };
  "dose-escalation": None;
  /** The whole cohort received a dose that was not taken forward. */
  "other-dose": None;
  "field-not-reported": { field: Field };
  "outside-range": { field: Field; value: number; range: Range };
}>;

export interface LeftOut {
  parameter: string;
  reason: Exclusion;
}

type Filter = (cohort: ComputeCohort, query: Query, dataset: Dataset) => Exclusion | null;

/** The record is keyed by filter name, so that a missing predicate is a compile error. */
const predicates: Readonly<Record<PredicateFilterName, Filter>> = {
  set: ({ id }, { set }, { sets }) => {
    const publishedSet = sets.find((candidate) => candidate.id === set);
    // A set whose cohorts are not public selects cohorts by its other parameters alone.
    return publishedSet?.cohorts?.includes(id) === false
      ? { code: "not-in-set", set: publishedSet.name }
      : null;
  },

  exclude: (cohort, { exclude }) => (exclude.includes(cohort.id) ? { code: "by-hand" } : null),

  "therapy-class": ({ therapyClass: cohortClass }, { therapyClass }) =>
    therapyClass === "both" || cohortClass === therapyClass
      ? null
      : { code: "other-class", therapyClass: cohortClass },

  product: (cohort, { product }, { products }) => {
    if (product.length === 0 || product.includes(cohort.product)) return null;
    // A product restricts only its own class; the other class stays whole.
    const restricts = products.some(
      ({ slug, therapyClass }) => therapyClass === cohort.therapyClass && product.includes(slug),
    );
    return restricts ? { code: "other-product" } : null;
  },

  evidence: ({ evidence: cohortEvidence }, { evidence }) =>
    evidence === "all" || cohortEvidence === evidence
      ? null
      : { code: "other-evidence", evidence: cohortEvidence },

  lines: (cohort, { lines }) => {
    const { setting } = cohort;
    if (lines === "any") return null;
    if (lines === "3+") return setting === "late" ? null : { code: "other-setting", setting };
    if (setting !== "early") return { code: "other-setting", setting };
    const range = findEnrolledElseAdmittedLineRange(cohort);
    if (range === null || isWithinRange(Number(lines), range.range)) return null;
    return { code: "other-lines", ...range };
  },

  setting: ({ setting: cohortSetting }, { setting }) =>
    setting === "any" || cohortSetting === setting
      ? null
      : { code: "other-setting", setting: cohortSetting },

  regimen: ({ regimen: cohortRegimen, therapyClass }, { regimen }) => {
    // A question about combinations selects CAR-T cells given alone, because only bispecifics are combined with other
    // drugs.
    const requiredRegimen =
      therapyClass === "car-t" && regimen === "combination" ? "monotherapy" : regimen;
    if (requiredRegimen === "any" || cohortRegimen === requiredRegimen) return null;
    return { code: cohortRegimen === "combination" ? "combination" : "not-combined" };
  },

  target: (cohort, { target }, dataset) => {
    const { targets } = cohort;
    // A product that binds two antigens counts for either; a series of several products counts only if all their
    // antigens are asked for.
    const needed = isMixedProductSeries(cohort, dataset) ? "every" : "some";
    return target.includes("any") || targets[needed]((antigen) => target.includes(antigen))
      ? null
      : { code: "other-target", targets };
  },

  "prior-bcma": (cohort, { priorBcma }) => {
    if (priorBcma.includes("any")) return null;
    const required = isEarlierBcmaTherapyRequired(cohort);
    if (priorBcma.includes("not-selected")) {
      return required ? { code: "after-bcma", required } : null;
    }
    if (!required) return { code: "after-bcma", required };
    const kinds = listEarlierTherapyKinds(priorBcma);
    if (kinds.length === 0) return null;
    const printed = listNonzeroTherapyKindCounts(cohort, kinds);
    if (hasTherapyKindInHalf(printed)) return null;
    if (printed.length > 0) return { code: "few-of-kinds", printed };
    return areTherapyKindsUnknown(cohort, kinds)
      ? { code: "no-kind-printed" }
      : { code: "other-kinds", kinds };
  },

  availability: (cohort, query, dataset) => {
    const regions = listChosenRegions(query);
    if (regions.length === 0 || query.product.includes(cohort.product)) return null;
    return regions.some((region) => isProductApprovedInRegion(cohort.product, region, dataset))
      ? null
      : { code: "not-sold", regions, date: dataset.review.dataDate };
  },

  labelled: (cohort, query, dataset) => {
    const regions = listChosenRegions(query);
    if (!isLabelRequired(cohort, query) || regions.length === 0) return null;
    const labels = readRegionLabels(makeRegimen(cohort), regions, query, dataset);
    return labels.some(({ status }) => status === "labelled")
      ? null
      : { code: "not-on-label", lines: query.lines, labels, date: dataset.review.dataDate };
  },

  doses: ({ doses: cohortDoses }, { doses }) => {
    if (doses === "any" || cohortDoses === "recommended") return null;
    if (cohortDoses === "other") return { code: "other-dose" };
    return doses === "given" ? null : { code: "dose-escalation" };
  },
};

/** Names, for each filter, the other parameters that its predicate also reads. */
const alsoRead: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  availability: ["product"],
  labelled: ["set", "lines", "product", "availability"],
};

/** Returns the filters whose result may change if these parameters change. */
export function listFiltersReadingParameters(names: readonly string[]): FilterName[] {
  return filterNames.filter(
    (name) => names.includes(name) || alsoRead[name]?.some((readName) => names.includes(readName)),
  );
}

/**
 * Returns whether the label decides: a cohort that is requested by name, by a publication or from practice
 * counts as it was treated.
 */
function isLabelRequired({ product, evidence }: ComputeCohort, query: Query): boolean {
  if (query.labelled === "any" || query.product.includes(product)) return false;
  return hasNoPublishedSet(query) && evidence === "trial";
}

/** Returns whether the patients received one of several products. */
function isMixedProductSeries({ product }: ComputeCohort, { products }: Dataset): boolean {
  return products.some(({ slug, contains }) => slug === product && contains.length > 0);
}

/** Orders the filters, because only the first reason is told: filters that clinicians set come before defaults. */
const filterOrder: readonly FilterName[] = [
  "set",
  "exclude",
  "therapy-class",
  "product",
  "evidence",
  "lines",
  "setting",
  "prior-lines",
  "age",
  "regimen",
  "target",
  "prior-bcma",
  "availability",
  "labelled",
];

const filters = Object.fromEntries(
  [...new Set([...filterOrder, ...filterNames])].map((name): [FilterName, Filter] => [
    name,
    isPredicateFilter(name) ? predicates[name] : makeRangeFilter(name),
  ]),
) as Readonly<Record<FilterName, Filter>>;

function isPredicateFilter(name: FilterName): name is PredicateFilterName {
  return name in predicates;
}

/** Returns the filter of a field. If the filter is set, it also leaves out cohorts that do not report the field. */
function makeRangeFilter(name: RangeFilterName): Filter {
  const { number } = parameters[name].filter;
  const property = makePropertyName(name);
  return (cohort, query) => {
    const range = query[property];
    if (range === null) return null;
    const value = cohort[number];
    if (value === null) return { code: "field-not-reported", field: name };
    return isWithinRange(value, range)
      ? null
      : { code: "outside-range", field: name, value, range };
  };
}

const filterEntries = Object.entries(filters);

/** Returns why a cohort, or a part of a label pool, is left out; `null` if it is selected. */
export function findExclusionReason(
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): LeftOut | null {
  for (const part of listCohortAndParts(cohort, dataset)) {
    for (const [parameter, filter] of filterEntries) {
      const reason = filter(part, query, dataset);
      if (reason !== null) return { parameter, reason };
    }
  }
  return null;
}

/** Returns a cohort with its parts: a label pool may be used only if every cohort that it holds may be used. */
function listCohortAndParts(cohort: ComputeCohort, { cohorts }: Dataset): ComputeCohort[] {
  // Few cohorts are label pools, and this runs for every cohort in every question.
  if (cohort.parts.length === 0) return [cohort];
  return [cohort, ...cohorts.filter(({ id }) => cohort.parts.includes(id))];
}

/**
 * Returns every reason why a cohort itself is left out, in the order of the filters; those of its parts are not
 * looked for.
 */
export function listExclusionReasonsIgnoringParts(
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): readonly LeftOut[] {
  return filterEntries.flatMap(([parameter, filter]) => {
    const reason = filter(cohort, query, dataset);
    return reason === null ? [] : [{ parameter, reason }];
  });
}

/** Returns all filters that leave a cohort out, to show the effect of changing one of them. */
export function listFailedFilters(cohort: ComputeCohort, query: Query, dataset: Dataset): string[] {
  const all = listCohortAndParts(cohort, dataset);
  return filterEntries
    .filter(([, filter]) => all.some((part) => filter(part, query, dataset) !== null))
    .map(([name]) => name);
}

/** Returns whether no filter but these leaves a cohort out. */
export function isCohortKeptByOtherFilters(
  names: readonly FilterName[],
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): boolean {
  return filterNames.every(
    (name) => names.includes(name) || isCohortKeptByFilter(name, cohort, query, dataset),
  );
}

export function isCohortKeptByFilter(
  name: FilterName,
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): boolean {
  return listCohortAndParts(cohort, dataset).every(
    (part) => filters[name](part, query, dataset) === null,
  );
}
