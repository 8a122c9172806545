/**
 * Divides cohorts into one group per word, or into two groups at a median; of both classes, into such groups of each
 * class. So no group mixes classes. Groups without a cohort are left out.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  bindingDomains,
  costimulations,
  evidenceKinds,
  expansions,
  lymphodepletions,
  settings,
  targets,
  vectors,
} from "#data/vocabulary.ts";
import {
  type DimensionName,
  nameClassGroup,
  nameTargetGroup,
  nameThresholdGroups,
  splitDimension,
  type ThresholdName,
  thresholdExamples,
} from "../question/dimensions.ts";
import { parameters } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";
import type { Exclusion, Field } from "./filters.ts";
import { type Group, type Grouping, groupCohortsByClass, sumPatients } from "./grouping.ts";

interface Dimension {
  /** `value` returns the word that decides the group of a cohort. */
  value: (cohort: ComputeCohort) => string | null;
  /** `order` returns the words in display order. Groups with other words follow, sorted by name. */
  order: (dataset: Pick<Dataset, "products">) => readonly string[];
  /** `construct` is set if the dimension is a part of the construct, which only CAR-T cells have. */
  construct?: true;
  /** `isOfClass` is set if each word belongs to one class. */
  isOfClass?: true;
}

function makeDimensionOfCarConstruct(
  part: keyof NonNullable<ComputeCohort["construct"]>,
  words: readonly string[],
): Dimension {
  return {
    order: () => words,
    construct: true,
    isOfClass: true,
    value: ({ construct }) => construct?.[part] ?? null,
  };
}

const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  product: {
    order: ({ products }) => products.map(({ slug }) => slug),
    value: ({ product }) => product,
    isOfClass: true,
  },
  target: {
    order: () => targets,
    value: ({ targets }) => nameTargetGroup(targets),
  },
  "dual-target": {
    order: () => ["one-target", "two-targets"],
    value: ({ targets }) => (targets.length > 1 ? "two-targets" : "one-target"),
  },
  evidence: {
    order: () => evidenceKinds,
    value: ({ evidence }) => evidence,
  },
  lines: { order: () => settings, value: ({ setting }) => setting },
  "binding-domain": makeDimensionOfCarConstruct("bindingDomain", bindingDomains),
  costimulation: makeDimensionOfCarConstruct("costimulation", costimulations),
  vector: makeDimensionOfCarConstruct("vector", vectors),
  expansion: makeDimensionOfCarConstruct("expansion", expansions),
  lymphodepletion: makeDimensionOfCarConstruct("lymphodepletion", lymphodepletions),
};

/**
 * Returns the grouping that a question asks for. A group is named by its value; where both classes are asked and may
 * have the same value, by class and value.
 *
 * @throws Error for a `compare` that `normaliseDimension` does not return.
 */
export function makeGrouping(
  { compare: text, therapyClass }: Pick<Query, "compare" | "therapyClass">,
  dataset: Pick<Dataset, "products">,
): Grouping {
  const dimension = findByName(dimensions, text) ?? makeThresholdDimension(text);
  const isByClass = therapyClass === "both" && !dimension.isOfClass;
  // A dimension is named as the field that decides the group.
  const field = splitDimension(text).name as Field;
  return (cohorts) => {
    const order = dimension.order(dataset);
    const groups = isByClass
      ? groupCohortsByClass(cohorts).groups.flatMap(({ id: ofClass, cohorts: members }) =>
          makeGroups(members, dimension, order).map((group) => ({
            ...group,
            id: nameClassGroup(ofClass, group.id),
          })),
        )
      : makeGroups(cohorts, dimension, order);
    const ungrouped = cohorts
      .filter((cohort) => dimension.value(cohort) === null)
      .map((cohort) => ({ cohort, parameter: "compare", reason: reason(cohort) }));
    return { groups, reference: findLargestGroupId(groups), ungrouped };
  };

  function reason({ therapyClass }: ComputeCohort): Exclusion {
    return dimension.construct && therapyClass === "bsab"
      ? { code: "other-class", therapyClass }
      : { code: "field-not-reported", field };
  }
}

function makeThresholdDimension(text: string): Dimension {
  const { name, at: cut } = splitDimension(text);
  const at = Number(cut);
  if (!isThresholdName(name) || Number.isNaN(at)) throw new Error(`"${text}" is no dimension`);
  const { number: field } = parameters[name].filter;
  const [under, from] = nameThresholdGroups(at);
  return {
    order: () => [under, from],
    value(cohort) {
      const value = cohort[field];
      if (value === null) return null;
      return value < at ? under : from;
    },
  };
}

function isThresholdName(name: string): name is ThresholdName {
  return Object.hasOwn(thresholdExamples, name);
}

/** @param order The words in display order. */
function makeGroups(
  cohorts: readonly ComputeCohort[],
  { value }: Dimension,
  order: readonly string[],
): Group[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const ids = [...new Set(cohorts.flatMap((cohort) => value(cohort) ?? []))];
  return ids
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((id) => {
      const members = cohorts.filter((cohort) => value(cohort) === id);
      const classes = [...new Set(members.map(({ therapyClass }) => therapyClass))];
      return { id, classes, cohorts: members };
    });
}

/**
 * Returns the id of the group with the most treated patients, the first of several; `null` if there are no groups.
 */
function findLargestGroupId(groups: readonly Group[]): string | null {
  const patients = ({ cohorts }: Group) => sumPatients(cohorts);
  const mostPatients = Math.max(...groups.map(patients));
  return groups.find((group) => patients(group) === mostPatients)?.id ?? null;
}

function findByName<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
