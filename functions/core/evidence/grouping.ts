/** Makes the groups of a comparison: the two classes, unless a question asks for other groups. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { therapyClasses as classes, type TherapyClass } from "#data/vocabulary.ts";
import type { Selection } from "./select.ts";

/** The other class is compared with this one. */
export const referenceClass: TherapyClass = "bsab";

export interface Group<G extends string = string> {
  id: G;
  classes: readonly TherapyClass[];
  cohorts: readonly ComputeCohort[];
}

export interface Grouped<G extends string = string> {
  /** `groups` are in display order. */
  groups: readonly Group<G>[];
  reference: G | null;
  /** `ungrouped` lists the selected cohorts that belong to no group, with the reason. */
  ungrouped: Selection["excluded"];
}

/** Divides the selected cohorts into the groups that are compared. */
export type Grouping<G extends string = string> = (cohorts: readonly ComputeCohort[]) => Grouped<G>;

export const groupByClass: Grouping<TherapyClass> = (cohorts) => ({
  groups: classes.map((id) => ({
    id,
    classes: [id],
    cohorts: cohorts.filter(({ therapyClass }) => therapyClass === id),
  })),
  reference: referenceClass,
  ungrouped: [],
});

export function mapByGroup<G extends string, T extends { readonly id: G }, V>(
  groups: readonly T[],
  value: (group: T) => V,
): Record<G, V> {
  // The cast is safe: there is exactly one entry per group id.
  return Object.fromEntries(groups.map((group) => [group.id, value(group)])) as Record<G, V>;
}
