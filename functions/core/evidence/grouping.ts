/** What the groups of a comparison are: the two classes, unless a question asks for others. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { groups as classes, reference } from "./classes.ts";
import type { Selection } from "./select.ts";

export interface Group<G extends string = string> {
  id: G;
  /** Classes it may hold. */
  classes: readonly TherapyClass[];
  cohorts: readonly ComputeCohort[];
}

export interface Grouped<G extends string = string> {
  /** In the order they are shown in. */
  groups: readonly Group<G>[];
  /** The group every contrast is read against. */
  reference: G | null;
  /** Selected cohorts that belong to no group, with the reason why. */
  left: Selection["excluded"];
}

/** From the selected cohorts to the groups they are compared in. */
export type Grouping<G extends string = string> = (cohorts: readonly ComputeCohort[]) => Grouped<G>;

export const byClass: Grouping<TherapyClass> = (cohorts) => ({
  groups: classes.map((id) => ({
    id,
    classes: [id],
    cohorts: cohorts.filter(({ therapyClass }) => therapyClass === id),
  })),
  reference,
  left: [],
});

/** A value for each group under its name. */
export function byGroup<G extends string, T extends { readonly id: G }, V>(
  groups: readonly T[],
  value: (group: T) => V,
): Record<G, V> {
  // One entry for each group, by its own name.
  return Object.fromEntries(groups.map((group) => [group.id, value(group)])) as Record<G, V>;
}
