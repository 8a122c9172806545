/** What each group has to say about one outcome, before anything is fitted. */
import type { Outcome } from "#data/schema.ts";
import { areContrasted, isByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry, Poolable } from "../evidence/gather.ts";
import type { Group } from "../evidence/grouping.ts";
import { type ByRegimen, byRegimen, type GroupOfRegimen, regimenOf } from "../evidence/regimens.ts";
import { parameters, usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Observed } from "./answer.ts";
import { knownFollowUp, rules } from "./certainty-rules.ts";
import { observedIn, onlyProductIn } from "./counted.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import type { Figures, Measured } from "./fit.ts";
import type { Kind } from "./kinds.ts";
import { followUpOf } from "./patients.ts";

export interface MeasuredGroup<G extends string, F extends Poolable>
  extends GroupOfRegimen<G>,
    Measured {
  readonly id: G;
  readonly own: ByRegimen<F>;
  /** `null` where the share of the patients has no meaning. */
  readonly coverage: Coverage | null;
  /** The count of a single cohort, or `counted`. */
  readonly observed: Observed | null;
  /** `byCounts` a group of one product is its counts, which stand in place of any estimate. */
  readonly counted: Observed | null;
  readonly byCounts: boolean;
}

/** Chooses the regimen of each group, once for all rows. A published set is pooled as it was published. */
export function withRegimens<G extends string>(
  groups: readonly Group<G>[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
): GroupOfRegimen<G>[] {
  return groups.map((group) => ({
    ...group,
    regimen: isCurrent(query) ? regimenOf(group.cohorts, outcomes, query) : null,
  }));
}

export function measure<G extends string, F extends Poolable>(
  outcome: Outcome,
  groups: readonly GroupOfRegimen<G>[],
  query: Query,
  kind: Kind<F>,
): MeasuredGroup<G, F>[] {
  // How much of a published set a row holds is judged as always. A product stands for itself.
  const judged = query.compare !== "product" && outcome.over === "all";
  const byCounts = isByCounts(query);
  const measured = groups.map((group) => {
    const applies = ({ therapyClass }: Group["cohorts"][number]) =>
      outcome.appliesTo.includes(therapyClass);
    // The same list where all apply, because what is found about it is cached.
    const cohorts = group.cohorts.every(applies) ? group.cohorts : group.cohorts.filter(applies);
    const own = byRegimen(cohorts, group.regimen, (some) => kind.gather(some, outcome, query));
    const { entries } = own.gathered;
    const pooled = entries.map(({ cohort }) => cohort);
    const coverage = judged ? coverageOf(own.cohorts, pooled, !isCurrent(query)) : null;
    return {
      ...group,
      own,
      ...numbered(entries, coverage, kind, byCounts),
      figures: kind.figures(entries),
    };
  });
  const apart = isTooFewAfterBcma(query, measured)
    ? "too-few"
    : areFollowUpsApart(outcome, query, measured) && "follow-ups";
  if (!apart) return measured;
  return measured.map((group) => ({ ...group, coverage: without(group.coverage, apart) }));
}

/** Whether the trials of no class stand for it, because one has too few. */
function isTooFewAfterBcma(
  { priorBcma, compare }: Query,
  groups: readonly { readonly figures: Figures }[],
): boolean {
  if (priorBcma !== "selected" || compare !== usualDimension) return false;
  return groups.some(({ figures: { figures } }) => figures.length < rules.leastAfterBcma);
}

/** Whether an outcome accumulates with time over follow-ups that are not near each other. */
function areFollowUpsApart(
  { timeDependent }: Pick<Outcome, "timeDependent">,
  query: Pick<Query, "cut" | "compare">,
  groups: readonly MeasuredGroup<string, Poolable>[],
): boolean {
  if (!timeDependent || !isByRule(query) || query.compare !== usualDimension) return false;
  if (groups.length < 2 || groups.some(({ coverage }) => !coverage?.representative)) return false;
  const followUps = groups.map(({ own }) => ({ followUp: followUpOf(own.gathered.entries) }));
  return !areContrasted(followUps.map(knownFollowUp));
}

/** Whether figures have a number by counts, and why a product has none. */
export function numbered<F extends Poolable>(
  entries: readonly Entry<F>[],
  coverage: Coverage | null,
  kind: Kind<F>,
  byCounts: boolean,
): Pick<MeasuredGroup<string, F>, "coverage" | "observed" | "counted" | "byCounts"> {
  const product = byCounts ? onlyProductIn(entries, kind) : null;
  const counted = product?.rate ?? null;
  const isApart = product && !counted && coverage?.representative !== false;
  return {
    coverage: isApart ? without(coverage, "trials") : coverage,
    observed: counted ?? observedIn(entries, kind),
    counted,
    byCounts,
  };
}

/** Of a group that has no number, whatever part of it is pooled. */
function without(coverage: Coverage | null, apart: Coverage["apart"]): Coverage {
  const none = { share: null, missing: [], settled: true };
  return { ...none, ...coverage, representative: false, apart };
}

/** Whether a product is its counts: not by another model, nor where cohorts may share patients. */
export function isByCounts(query: Query): boolean {
  return query.model === parameters.model.initial && query.overlap === "drop" && isCurrent(query);
}

function isCurrent({ set }: Query): boolean {
  return set === parameters.set.initial;
}
