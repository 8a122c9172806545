/** Gathers the figures of each group for one outcome, before anything is fitted. */
import type { Outcome } from "#data/schema.ts";
import { canOutcomeOccurWithTargets, type Dataset } from "../evidence/dataset.ts";
import type { Entry, Poolable } from "../evidence/gather.ts";
import { type Group, splitSeriesIntoProductSlugs } from "../evidence/grouping.ts";
import {
  type ByRegimen,
  findMainRegimenKind,
  type GroupOfRegimen,
  gatherByRegimenKind,
  gatherOneRegimenKind,
  type OfRegimen,
} from "../evidence/regimens.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import type { Fittable } from "./fit.ts";
import {
  adaptOutcomeTypeToPublishedSet,
  makeFiguresToPool,
  type OutcomeType,
} from "./outcome-types.ts";

/** Holds what a fit needs: the figures of the kind of regimen that stands for the group. */
export interface FittableGroup<G extends string, F extends Poolable>
  extends GroupOfRegimen<G>,
    Fittable {
  readonly id: G;
  readonly mainRegimen: OfRegimen<F>;
}

export interface GatheredGroup<G extends string, F extends Poolable> extends FittableGroup<G, F> {
  readonly mainRegimen: ByRegimen<F>;
  /** `missingProducts` lists the slugs of the selected products that the pool does not hold. */
  readonly missingProducts: readonly string[];
  /** `broader` holds the figures by the broader definition if no cohort has one by the strict definition. */
  readonly broader: readonly Entry<F>[];
}

/**
 * Returns the groups, each with the kind of regimen that stands for it in all rows; `null` for a group without
 * cohorts, and for a published set, which is pooled as it was published.
 */
export function addMainRegimenToGroups<G extends string>(
  groups: readonly Group<G>[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
): GroupOfRegimen<G>[] {
  return groups.map((group) => ({
    ...group,
    regimen: hasNoPublishedSet(query) ? findMainRegimenKind(group.cohorts, outcomes, query) : null,
  }));
}

export function gatherGroupsOfRow<G extends string, F extends Poolable>(
  outcome: Outcome,
  groups: readonly GroupOfRegimen<G>[],
  query: Query,
  kind: OutcomeType<F>,
): GatheredGroup<G, F>[] {
  const broad = { ...query, definition: "broad" } as const;
  return gatherGroupsBy(gatherByRegimenKind<F>, outcome, groups, query, kind).map((group) => {
    const { cohorts, gathered } = group.mainRegimen;
    return {
      ...group,
      missingProducts: listSelectedProductsWithoutFigure(group.mainRegimen),
      broader: gathered.entries.length === 0 ? kind.gather(cohorts, outcome, broad).entries : [],
    };
  });
}

/** Returns the groups with the figures that are fitted, for a run of which nothing else is shown. */
export function gatherFittableGroupsOfRow<G extends string, F extends Poolable>(
  outcome: Outcome,
  groups: readonly GroupOfRegimen<G>[],
  query: Query,
  kind: OutcomeType<F>,
): FittableGroup<G, F>[] {
  return gatherGroupsBy(gatherOneRegimenKind<F>, outcome, groups, query, kind);
}

/**
 * Gathers the groups of a row with their figures to pool.
 *
 * @param gatherRegimen Gathers the kind of regimen that stands for a group, alone or beside the other kind.
 */
function gatherGroupsBy<G extends string, F extends Poolable, R extends OfRegimen<F>>(
  gatherRegimen: (...args: Parameters<typeof gatherOneRegimenKind<F>>) => R,
  outcome: Outcome,
  groups: readonly GroupOfRegimen<G>[],
  query: Query,
  kind: OutcomeType<F>,
) {
  const type = adaptOutcomeTypeToPublishedSet(kind, query);
  return groups.map((group) => {
    const cohorts = listCohortsThatCanHave(outcome, group);
    const mainRegimen = gatherRegimen(cohorts, group.regimen, (ofKind) =>
      type.withoutSmallTrials(type.gather(ofKind, outcome, query)),
    );
    const figures = makeFiguresToPool(type, mainRegimen.gathered.entries);
    return { ...group, mainRegimen, figures };
  });
}

/** If the outcome applies to all cohorts, the list stays the same object, which is the key of a cache. */
function listCohortsThatCanHave(outcome: Outcome, { cohorts }: Group): Group["cohorts"] {
  const applies = ({ therapyClass, targets }: Group["cohorts"][number]) =>
    outcome.appliesTo.includes(therapyClass) && canOutcomeOccurWithTargets(outcome, targets);
  return cohorts.every(applies) ? cohorts : cohorts.filter(applies);
}

/**
 * Returns the selected products without a figure. A series of unseparated products lists each of them by its
 * own name.
 */
function listSelectedProductsWithoutFigure({ cohorts, gathered }: ByRegimen<Poolable>): string[] {
  const pooled = gatherProductSlugs(gathered.entries);
  return [
    ...new Set(cohorts.flatMap(({ product }) => splitSeriesIntoProductSlugs(product))),
  ].filter((product) => !pooled.has(product));
}

export function gatherProductSlugs(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ cohort }) => [
      cohort.product,
      ...splitSeriesIntoProductSlugs(cohort.product),
    ]),
  );
}
