/** Lists the drugs that a question leaves out although they are sold somewhere, each with a question that counts it. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { targets as allTargets, labelRegions, type TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Exclusion } from "../evidence/filters.ts";
import {
  findExclusionReason,
  isCohortKeptByFilter,
  listExclusionReasonsIgnoringParts,
  listFailedFilters,
} from "../evidence/filters.ts";
import {
  isProductApprovedInRegion,
  makeRegimen,
  type Regimen,
  readRegimenLabel,
} from "../evidence/regimen-labels.ts";
import { addDependentChanges, addNeededTargets } from "../question/following.ts";
import { filterNames, hasNoPublishedSet } from "../question/parameter-values.ts";
import type { FilterName, Query } from "../question/query.ts";
import { formatQuery, makeChangeThatWidensFilter } from "../question/query-text.ts";

/** Holds a drug, or a combination with a label, that has a trial but none that the question selects. */
export interface AbsentDrug extends Regimen {
  readonly therapyClass: TherapyClass;
  /** Lists why the trial that comes nearest is left out. */
  readonly reasons: readonly Exclusion[];
  /** Holds the canonical text of a question that selects this trial; `null` if none was found. */
  readonly query: string | null;
}

export interface AbsentDrugs {
  readonly drugs: readonly AbsentDrug[];
  /** Counts the drugs without a label anywhere that the question would select if no label were needed. */
  readonly unlabelled: { readonly count: number; readonly query: string };
}

/**
 * Returns the drugs, alone or in a labelled combination, that the question leaves out although they are sold
 * somewhere; none if it asks for a published set of trials. Beside them stand the number of drugs without a label
 * anywhere that it leaves out only for that reason, and the question that selects these.
 */
export function summariseAbsentDrugs(query: Query, dataset: Dataset): AbsentDrugs {
  const anywhere = { ...query, ...makeChangeThatWidensFilter("availability") };
  const unlabelled = { count: 0, query: formatQuery(anywhere, dataset) };
  if (!hasNoPublishedSet(query)) return { drugs: [], unlabelled };
  const single = dataset.products.filter(({ contains }) => contains.length === 0);
  const isSold = (slug: string) =>
    labelRegions.some((region) => isProductApprovedInRegion(slug, region, dataset));
  const series = groupBy(
    dataset.cohorts.filter((cohort) => single.some(({ slug }) => slug === cohort.product)),
    (cohort) => JSON.stringify(makeRegimen(cohort)),
  );
  const present = series.filter((cohorts) =>
    cohorts.some((cohort) => findExclusionReason(cohort, query, dataset) === null),
  );
  const absent = series.filter((cohorts) => !present.includes(cohorts));
  const drugs = absent
    .filter(
      ([cohort]) =>
        isSold(cohort.product) && isRegimenAloneOrLabelled(makeRegimen(cohort), dataset),
    )
    .map((cohorts) => makeAbsentDrug(cohorts, query, dataset));
  const isWithoutLabel = (cohorts: readonly ComputeCohort[]) =>
    cohorts.some(
      (cohort) =>
        !isSold(cohort.product) && findExclusionReason(cohort, anywhere, dataset) === null,
    );
  const products = absent.filter(isWithoutLabel).map(([{ product }]) => product);
  return { drugs, unlabelled: { ...unlabelled, count: new Set(products).size } };
}

/** Returns whether a regimen is a drug alone, or a combination that a label names or a regulator decides on. */
function isRegimenAloneOrLabelled(regimen: Regimen, dataset: Dataset): boolean {
  const { partners } = regimen;
  if (partners === null) return false;
  if (partners.length === 0) return true;
  return labelRegions.some((region) =>
    ["labelled", "pending"].includes(readRegimenLabel(regimen, region, "any", dataset).status),
  );
}

function makeAbsentDrug(
  cohorts: readonly [ComputeCohort, ...ComputeCohort[]],
  query: Query,
  dataset: Dataset,
): AbsentDrug {
  const distances = cohorts.map((cohort) => listFailedFilters(cohort, query, dataset).length);
  const nearest = cohorts.filter((_, index) => distances[index] === Math.min(...distances));
  const { cohort = cohorts[0], question = null } =
    findAdmittingQuestion(nearest, query, dataset) ?? {};
  return {
    ...makeRegimen(cohort),
    therapyClass: cohort.therapyClass,
    reasons: listExclusionReasonsIgnoringParts(cohort, query, dataset).map(({ reason }) => reason),
    query: question,
  };
}

/**
 * Returns the first question that selects one of the cohorts and changes only what leaves it out; `null` if there is
 * none.
 */
function findAdmittingQuestion(
  cohorts: readonly ComputeCohort[],
  query: Query,
  dataset: Dataset,
): { readonly cohort: ComputeCohort; readonly question: string } | null {
  for (const lines of [query.lines, "1", "2", "3+", "any"] as const) {
    const asked = { ...query, ...addDependentChanges(query, { lines }) };
    for (const cohort of cohorts) {
      const question = filterNames
        .filter((name) => name !== "lines")
        .reduce(
          (current, name) => widenQuestionToAdmitCohort(name, cohort, current, dataset),
          asked,
        );
      if (findExclusionReason(cohort, question, dataset) === null)
        return { cohort, question: formatQuery(question, dataset) };
    }
  }
  return null;
}

/** Returns the question with the smallest change of a filter that admits a cohort and keeps what it selects. */
function widenQuestionToAdmitCohort(
  name: FilterName,
  cohort: ComputeCohort,
  query: Query,
  dataset: Dataset,
): Query {
  if (isCohortKeptByFilter(name, cohort, query, dataset)) return query;
  const changed = {
    ...query,
    ...addDependentChanges(query, makeAdmittingChange(name, cohort, query, dataset)),
  };
  return { ...changed, target: addNeededTargets(changed, dataset) };
}

function makeAdmittingChange(
  name: FilterName,
  { id, product, targets }: ComputeCohort,
  query: Query,
  dataset: Dataset,
): Partial<Query> {
  switch (name) {
    case "product":
      return { product: [...query.product, product] };
    case "exclude":
      return { exclude: query.exclude.filter((excluded) => excluded !== id) };
    case "target":
      return {
        target: allTargets.filter(
          (antigen) => query.target.includes(antigen) || targets.includes(antigen),
        ),
      };
    case "availability": {
      const region = labelRegions.find((candidate) =>
        isProductApprovedInRegion(product, candidate, dataset),
      );
      return region
        ? { availability: [...query.availability, region] }
        : makeChangeThatWidensFilter(name);
    }
    default:
      return makeChangeThatWidensFilter(name);
  }
}
