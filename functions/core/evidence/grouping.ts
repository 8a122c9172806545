/**
 * Makes the groups of a comparison: the two classes, unless a question asks for other groups. Orders and adds up what
 * is in a group.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
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

/**
 * Divides the cohorts into the two classes, either of which may be empty; bispecifics are the reference, and none is
 * left over.
 */
export const groupCohortsByClass: Grouping<TherapyClass> = (cohorts) => ({
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

// Handles products: their cohorts, their order, and series that did not tell them apart.

/**
 * Joins the slugs of the products in the slug of a series that did not tell them apart; a rule of the data enforces
 * this form.
 */
const productSeparator = "-or-";

/** Returns the slugs of all products of a series: one, unless the series did not tell several products apart. */
export function splitSeriesIntoProductSlugs(slug: string): string[] {
  return slug.split(productSeparator);
}

/** Returns whether a cohort is of a class or of a product. */
export function isOfGroup({ therapyClass, product }: ComputeCohort, group: string): boolean {
  return therapyClass === group || splitSeriesIntoProductSlugs(product).includes(group);
}

/** Compares numbers for sorting: large numbers first, unknown (`null`) ones last. */
export function compareLargestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

/** Compares products for sorting: by their patients, then by name, so that the order is always the same. */
export function compareProductsBySize(a: Ranked, b: Ranked): number {
  return compareLargestFirst(a.n, b.n) || (a.product < b.product ? -1 : 1);
}

interface Ranked {
  readonly n: number | null;
  readonly product: string;
}

export function groupByProduct<E extends { readonly cohort: { readonly product: string } }>(
  entries: readonly E[],
): { product: string; entries: readonly E[] }[] {
  return groupBy(entries, ({ cohort }) => cohort.product).map((ofProduct) => ({
    product: ofProduct[0].cohort.product,
    entries: ofProduct,
  }));
}

// Adds up patients of cohorts, of figures, or of studies in an answer.

interface Patients {
  /** `n` is `null` if the number of patients is not known. */
  readonly n: number | null;
}

/** Returns the sum of patients; an unknown number counts as 0. */
export function sumPatients(parts: readonly Patients[]): number {
  return parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
}

/** Returns the sum of patients times their months of follow-up; an unknown number or follow-up counts as 0. */
export function sumPatientMonths(
  parts: readonly (Patients & { readonly followUpMonths: number | null })[],
): number {
  return parts.reduce((sum, { n, followUpMonths }) => sum + (n ?? 0) * (followUpMonths ?? 0), 0);
}
