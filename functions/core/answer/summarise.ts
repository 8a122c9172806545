/** Builds the pool of one group from its gathered figures and their fit. */

import type { Entry, Gathered, Poolable, Refused } from "../evidence/gather.ts";
import { byProduct, largestProductFirst } from "../evidence/products.ts";
import type { OfRegimen } from "../evidence/regimens.ts";
import type { Query } from "../question/query.ts";
import { i2, percentWeights, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import type { EffectSize } from "../statistics/scales.ts";
import type { Interval, NotPooled, Pool, ProductPool, Study } from "./answer.ts";
import type { Fit, Model } from "./fit.ts";
import { countedIn, type GatheredGroup, trialsIn } from "./gather-row.ts";
import type { OutcomeType } from "./outcome-types.ts";
import { followUpOf, totalPatients } from "./patients.ts";

export interface Summary {
  pool: Pool;
  entries: readonly Entry[];
  /** Number of cohorts left out because they share patients with pooled ones. */
  dropped: number;
  /** `false` if other cohorts, without overlap, may hold more patients. */
  settled: boolean;
  /** Why another model than the requested one was used; `null` if the requested one was. */
  fallbackReason: string | null;
}

/** @param byTrial Whether the figures stand by trial only: survival at a month has no class number. */
export function summarise<F extends Poolable>(
  { own, missing, broader }: Pick<GatheredGroup<string, F>, "own" | "missing" | "broader">,
  kind: OutcomeType<F>,
  fit: Fit,
  model: Model,
  query: Pick<Query, "set">,
  byTrial = false,
): Summary {
  const { gathered, regimen, beside } = own;
  const { entries, notPooled, dropped } = gathered;
  const pool: Pool = {
    regimen,
    ...sizeOf(entries, kind),
    of: new Set([...entries, ...notPooled.filter(isSelected)].map(({ cohort }) => cohort.trial))
      .size,
    missing,
    ...numberOf(entries, kind, fit, byTrial),
    followUp: followUpOf(entries),
    products: productPools(gathered, kind, fit, model, query, byTrial),
    studies: studyResults(entries, kind, fit.tau),
    ...(gathered.smaller.length > 0 && { smaller: studyResults(gathered.smaller, kind, null) }),
    broader: studyResults(broader, kind, null),
    notPooled: notPooled.map(notPooledResult),
    medians: [],
    beside: beside && otherRegimenPool(beside, kind, model, byTrial),
    intentionToTreat: null,
  };
  return {
    pool,
    entries,
    dropped: dropped.length,
    settled: gathered.settled && (beside?.gathered.settled ?? true),
    fallbackReason: fit.fallbackReason,
  };

  /** A trial of the selection without a figure; no pool of trials, and none that is counted already. */
  function isSelected({ cohort, reason: { code } }: Refused): boolean {
    return cohort.parts.length === 0 && code !== "shares-patients" && own.cohorts.includes(cohort);
  }
}

function sizeOf<F extends Poolable>(entries: readonly Entry<F>[], kind: OutcomeType<F>) {
  return {
    k: entries.length,
    trials: trialsIn(entries),
    events: sumOfEvents(entries.map(kind.own)),
    n: totalPatients(entries.map(({ n }) => ({ patients: n }))),
  };
}

const noNumber = {
  estimate: null,
  interval: null,
  predictionInterval: null,
  tau: null,
  i2: null,
} as const;

/** A single trial is its own count, with the exact interval; it predicts nothing. */
function numberOf<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
  fit: Fit,
  byTrial: boolean,
): Pick<Pool, keyof typeof noNumber | "status" | "heterogeneity"> {
  if (byTrial && entries.length > 0) return { status: "by-trial", ...noNumber };
  const { status, predictionInterval, tau, heterogeneity } = fit;
  const single = ownNumber(entries, kind);
  // No model is asked for it.
  if (single) return { ...noNumber, ...single, status: isOfModel(status) ? "one-cohort" : status };
  return {
    status,
    estimate: fit.estimate,
    interval: fit.interval,
    predictionInterval,
    tau,
    i2: tau === null ? null : i2(tau * tau, typicalVariance(kind.effects(entries))),
    ...(heterogeneity && { heterogeneity }),
  };
}

function isOfModel(status: Pool["status"]): boolean {
  return status === "fallback" || status === "boundary";
}

/** What a single trial counted or printed; `null` of several. */
function ownNumber<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
): { estimate: number; interval: Interval } | null {
  const [only, another] = entries;
  if (only === undefined || another !== undefined) return null;
  const { estimate, interval } = kind.own(only);
  return { estimate, interval };
}

/** `null` if there are none: survival at a month has no events. */
function sumOfEvents(figures: readonly { readonly events: number | null }[]): number | null {
  return figures.reduce<number | null>(
    (sum, { events }) => (events === null ? null : (sum ?? 0) + events),
    null,
  );
}

/** Of a group as metafor has it: the sampling variance beside τ² in I². */
function typicalVariance(effects: readonly EffectSize[]): number | null {
  return typicalWithinVariance(effects.map(({ vi }) => vi));
}

/** The other kind of regimen, pooled by itself. */
function otherRegimenPool<F extends Poolable>(
  { regimen, gathered: { entries } }: OfRegimen<F>,
  kind: OutcomeType<F>,
  model: Model,
  byTrial: boolean,
): Pool["beside"] {
  const fit = model.pool(kind.figures(entries));
  const { estimate, interval } = numberOf(entries, kind, fit, byTrial);
  return {
    regimen: regimen ?? "combination",
    ...sizeOf(entries, kind),
    products: byProduct(entries).map(({ product }) => product),
    estimate,
    interval,
    studies: studyResults(entries, kind, fit.tau),
  };
}

function notPooledResult({ cohort, reason, figure }: Refused): NotPooled {
  const { id, label, product, trial, regimen } = cohort;
  const isAlone = reason.code === "no-count" && figure !== null && "percentPrinted" in figure;
  return {
    ...{ cohort: id, label, product, reason, ...reported(figure) },
    ...(isAlone &&
      figure.percentPrinted !== null && {
        percentage: {
          outcome: figure.outcome,
          trial,
          regimen,
          population: figure.population,
          cut: figure.cut,
          source: figure.source,
          citation: null,
        },
      }),
  };
}

function reported(
  figure: Refused["figure"],
): Pick<NotPooled, "events" | "n" | "percentPrinted" | "followUpMonths"> {
  if (figure === null) return { events: null, n: null, percentPrinted: null, followUpMonths: null };
  const { n, followUpMonths } = figure;
  return "survival" in figure
    ? { events: null, n, percentPrinted: 100 * figure.survival, followUpMonths }
    : { events: figure.events, n, percentPrinted: figure.percentPrinted, followUpMonths };
}

export function studyResults<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
  tau: number | null,
): Study[] {
  const variances = kind.effects(entries).map(({ vi }) => vi);
  const weights = percentWeights(variances, (tau ?? 0) ** 2);
  return entries.map((entry, index) => {
    const { cohort, figure } = entry;
    return {
      cohort: cohort.id,
      label: cohort.label,
      product: cohort.product,
      ...kind.own(entry),
      n: entry.n,
      weight: weights[index] ?? 0,
      followUpMonths: entry.followUpMonths,
      population: figure.population,
      ...("grades" in figure && figure.grades !== null && { grades: figure.grades }),
      regimen: cohort.regimen,
      design: cohort.design,
      cut: figure.cut,
      source: figure.source,
      citation: null,
      printed: figure.outcome,
      trial: cohort.trial,
      isPool: cohort.parts.length > 0,
    };
  });
}

/** The pool of each product, largest first. That of an only product is the pool of the group. */
function productPools<F extends Poolable>(
  gathered: Gathered<F>,
  kind: OutcomeType<F>,
  groupFit: Fit,
  model: Model,
  query: Pick<Query, "set">,
  byTrial: boolean,
): ProductPool[] {
  const products = byProduct(gathered.entries);
  return products
    .map(({ product, own: ofProduct }): ProductPool => {
      const counted = countedIn({ ...gathered, entries: ofProduct }, query, kind);
      const { entries: own } = counted;
      // Those beside the number of the class are named there.
      const smaller = ofProduct.filter((entry) => !own.includes(entry));
      const fit =
        products.length === 1 || own.length === 1 ? groupFit : model.pool(kind.figures(own));
      // One trial stands for itself, also of survival.
      const { estimate, interval } = numberOf(own, kind, fit, byTrial && own.length > 1);
      return {
        ...{ product, ...sizeOf(own, kind), estimate, interval },
        ...(smaller.length > 0 && { smaller: smaller.map(({ cohort }) => cohort.id) }),
      };
    })
    .sort(largestProductFirst);
}
