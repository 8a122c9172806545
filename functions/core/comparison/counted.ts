/** What the trials of one product counted: the number of the product, by no model. */
import type { Entry, Poolable } from "../evidence/gather.ts";
import { productsTold } from "../evidence/products.ts";
import { betweenGroupsQ } from "../statistics/contrast/independent.ts";
import type { EffectSize } from "../statistics/scales.ts";
import type { Counted, Observed } from "./answer.ts";
import { exactInterval, type Kind } from "./kinds.ts";
import { totalPatients } from "./patients.ts";

/** A single cohort is its own count; `null` of several. */
export function observedIn<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
): Observed | null {
  const [only, another] = entries;
  if (only === undefined || another !== undefined) return null;
  const { events, estimate, interval } = kind.own(only);
  return { events, n: only.n, estimate, interval };
}

/**
 * All patients of cohorts without overlap counted together. The interval is exact, and `null` where
 * the cohorts differ (Cochran's Q): it would be that of one rate. `null` of survival in several
 * cohorts, which cannot be added up, because patients leave before the month.
 */
export function countedIn<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
): Counted | null {
  const observed = observedIn(entries, kind);
  const events = sumOfEvents(entries.map(kind.own));
  const n = totalPatients(entries.map((entry) => ({ patients: entry.n })));
  if (observed || events === null || n === null) return observed;
  const interval = differ(kind.effects(entries)) ? null : exactInterval(events, n);
  return { events, n, estimate: events / n, interval };
}

/**
 * The rate of one product; `null` unless all cohorts are of it. The rate is `null` where they differ, or
 * their survival is not added up: they are no single rate. A single cohort may be of products that were
 * not told apart; several of these are no product.
 */
export function onlyProductIn<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
): { readonly rate: Observed | null } | null {
  const [product, another] = new Set(entries.map(({ cohort }) => cohort.product));
  if (product === undefined || another !== undefined) return null;
  if (entries.length > 1 && productsTold(product).length > 1) return null;
  const counted = countedIn(entries, kind);
  return { rate: counted?.interval ? { ...counted, interval: counted.interval } : null };
}

/** `null` if there are none: survival at a month has no events. */
export function sumOfEvents(figures: readonly { readonly events: number | null }[]): number | null {
  return figures.reduce<number | null>(
    (sum, { events }) => (events === null ? null : (sum ?? 0) + events),
    null,
  );
}

/** Below this p value counts are not told as one. */
const leastP = 0.1;

/** Cochran's Q of independent figures with weights 1/v; `null` for fewer than two. */
export function cochranQ(effects: readonly EffectSize[]) {
  return betweenGroupsQ(effects.map(({ yi, vi }) => ({ estimate: yi, se: Math.sqrt(vi) })));
}

/** Whether Cochran's Q has p < 0.1; `false` for fewer than two figures. */
export function differ(effects: readonly EffectSize[]): boolean {
  const test = cochranQ(effects);
  return test !== null && test.p < leastP;
}
