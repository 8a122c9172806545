/**
 * The groups of each dimension that cohorts can be compared by: of a word each, or two at a cut of
 * the cohorts' medians. Groups without a selected cohort are not made.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { evidenceKinds, settings, targets } from "#data/vocabulary.ts";
import {
  type DimensionName,
  type ThresholdName,
  thresholdExamples,
} from "../question/dimensions.ts";
import type { NamesWith } from "../question/parameter-names.ts";
import { parameters } from "../question/parameters.ts";
import type { Dataset } from "./dataset.ts";
import type { Group, Grouping } from "./grouping.ts";
import type { Exclusion, Field } from "./reasons.ts";

interface Dimension {
  /** In the reason of a cohort that belongs to no group. */
  field: Field;
  /** The word a cohort is grouped by. */
  value: (cohort: ComputeCohort) => string | null;
  /** The words in the order they are shown in; what is not among them follows by name. */
  order: (dataset: Pick<Dataset, "products">) => readonly string[];
  /** Only CAR-T cells have a construct. */
  construct?: true;
}

type ConstructName = NamesWith<{ filter: { construct: unknown } }>;

/** Its words are those of the question, in their order. */
function construct(name: ConstructName): Dimension {
  const { filter, words } = parameters[name];
  return {
    field: name,
    order: () => words,
    construct: true,
    value: ({ construct }) => construct?.[filter.construct] ?? null,
  };
}

/** By name, as in the question. */
const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  product: {
    field: "product",
    order: ({ products }) => products.map(({ slug }) => slug),
    value: ({ product }) => product,
  },
  target: {
    field: "target",
    order: () => targets,
    value: ({ targets: own }) => own.join("-"),
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
  setting: { field: "setting", order: () => settings, value: ({ setting }) => setting },
  "binding-domain": construct("binding-domain"),
  costimulation: construct("costimulation"),
  vector: construct("vector"),
  expansion: construct("expansion"),
  lymphodepletion: construct("lymphodepletion"),
};

/**
 * @param text A canonical text of `dimensionText`.
 * @throws Error for any other text.
 */
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
  const [name = "", cut] = text.split(":");
  const at = Number(cut);
  if (!isThreshold(name) || Number.isNaN(at)) throw new Error(`"${text}" is no dimension`);
  const { number: field } = parameters[name].filter;
  return {
    field: name,
    order: () => [`under-${at}`, `from-${at}`],
    value(cohort) {
      const value = cohort[field];
      if (value === null) return null;
      return value < at ? `under-${at}` : `from-${at}`;
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

/** The group with the most patients treated; the first of equals. Nothing is compared with nothing. */
function largest(groups: readonly Group[]): string | null {
  const patients = ({ cohorts }: Group) => cohorts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const most = Math.max(...groups.map(patients));
  return groups.find((group) => patients(group) === most)?.id ?? null;
}

function byName<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
