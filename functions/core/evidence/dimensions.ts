/** One group per word, or two divided at a median; those without a cohort are left out. */
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
  groupOfTargets,
  halvesAt,
  partsOfDimension,
  type ThresholdName,
  thresholdExamples,
} from "../question/dimensions.ts";
import { parameters } from "../question/parameters.ts";
import type { Dataset } from "./dataset.ts";
import type { Group, Grouping } from "./grouping.ts";
import type { Exclusion, Field } from "./reasons.ts";
import { knownPatients } from "./trials.ts";

interface Dimension {
  /** Named in the reason if a cohort belongs to no group. */
  field: Field;
  /** The word that decides the group of a cohort. */
  value: (cohort: ComputeCohort) => string | null;
  /** The words in display order. Groups with other words follow, sorted by name. */
  order: (dataset: Pick<Dataset, "products">) => readonly string[];
  /** Set if the dimension is a part of the construct, which only CAR-T cells have. */
  construct?: true;
}

function construct(
  field: DimensionName,
  part: keyof NonNullable<ComputeCohort["construct"]>,
  words: readonly string[],
): Dimension {
  return {
    field,
    order: () => words,
    construct: true,
    value: ({ construct }) => construct?.[part] ?? null,
  };
}

const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  product: {
    field: "product",
    order: ({ products }) => products.map(({ slug }) => slug),
    value: ({ product }) => product,
  },
  target: {
    field: "target",
    order: () => targets,
    value: ({ targets: own }) => groupOfTargets(own),
  },
  "dual-target": {
    field: "dual-target",
    order: () => ["one-target", "two-targets"],
    value: ({ targets: own }) => (own.length > 1 ? "two-targets" : "one-target"),
  },
  evidence: {
    field: "evidence",
    order: () => evidenceKinds,
    value: ({ evidence }) => evidence,
  },
  lines: { field: "lines", order: () => settings, value: ({ setting }) => setting },
  "binding-domain": construct("binding-domain", "bindingDomain", bindingDomains),
  costimulation: construct("costimulation", "costimulation", costimulations),
  vector: construct("vector", "vector", vectors),
  expansion: construct("expansion", "expansion", expansions),
  lymphodepletion: construct("lymphodepletion", "lymphodepletion", lymphodepletions),
};

/** @throws Error for a text that `dimensionText` does not return. */
export function groupingBy(text: string, dataset: Pick<Dataset, "products">): Grouping {
  const dimension = byName(dimensions, text) ?? cutInTwo(text);
  return (cohorts) => {
    const order = dimension.order(dataset);
    const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    const groups = [...groupsOf(cohorts, dimension).values()].sort(
      (a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1),
    );
    const left = cohorts
      .filter((cohort) => dimension.value(cohort) === null)
      .map((cohort) => ({ cohort, parameter: "compare", reason: reason(cohort) }));
    return { groups, reference: largest(groups), left };
  };

  function reason({ therapyClass }: ComputeCohort): Exclusion {
    return dimension.construct && therapyClass === "bsab"
      ? { code: "other-class", therapyClass }
      : { code: "field-not-reported", field: dimension.field };
  }
}

function cutInTwo(text: string): Dimension {
  const { name, at: cut } = partsOfDimension(text);
  const at = Number(cut);
  if (!isThreshold(name) || Number.isNaN(at)) throw new Error(`"${text}" is no dimension`);
  const { number: field } = parameters[name].filter;
  const [under, from] = halvesAt(at);
  return {
    field: name,
    order: () => [under, from],
    value(cohort) {
      const value = cohort[field];
      if (value === null) return null;
      return value < at ? under : from;
    },
  };
}

function isThreshold(name: string): name is ThresholdName {
  return Object.hasOwn(thresholdExamples, name);
}

function groupsOf(cohorts: readonly ComputeCohort[], { value }: Dimension): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const cohort of cohorts) {
    const id = value(cohort);
    if (id === null) continue;
    const group = groups.get(id) ?? { id, classes: [], cohorts: [] };
    groups.set(id, {
      ...group,
      classes: [...new Set([...group.classes, cohort.therapyClass])],
      cohorts: [...group.cohorts, cohort],
    });
  }
  return groups;
}

/** The (first) group with the most treated patients; `null` if there are no groups. */
function largest(groups: readonly Group[]): string | null {
  const patients = ({ cohorts }: Group) => knownPatients(cohorts);
  const most = Math.max(...groups.map(patients));
  return groups.find((group) => patients(group) === most)?.id ?? null;
}

function byName<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
