/** Builds the pool of one group from its gathered figures and their fit. */

import type { Entry, Gathered, Poolable, Refused } from "../evidence/gather.ts";
import { byProduct, largestProductFirst } from "../evidence/products.ts";
import type { OfRegimen } from "../evidence/regimens.ts";
import { trialsIn } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { i2, percentWeights, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import type { EffectSize } from "../statistics/scales.ts";
import type { Interval, NotPooled, Pool, ProductPool, Study } from "./answer.ts";
import type { Fit, Model } from "./fit.ts";
import { countedIn, figuresOfNumber, type GatheredGroup, isCurrent } from "./gather-row.ts";
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
    ...sizeOf(entries, kind, query),
    of: countOf([...entries, ...notPooled.filter(isSelected)], query),
    missing,
    ...numberOf(entries, kind, fit, query, byTrial),
    followUp: followUpOf(entries),
    products: productPools(gathered, kind, fit, model, query, byTrial),
    studies: studyResults(entries, kind, tauOf(entries, kind, fit, query)),
    ...(gathered.smaller.length > 0 && { smaller: studyResults(gathered.smaller, kind, null) }),
    broader: studyResults(broader, kind, null),
    notPooled: notPooled.map(notPooledResult),
    medians: [],
    beside: beside && otherRegimenPool(beside, kind, model, query, byTrial),
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

/** Distinct trials; of a published set the cohorts that it counted. */
function countOf(entries: readonly Pick<Entry, "cohort">[], query: Pick<Query, "set">): number {
  return isCurrent(query) ? trialsIn(entries) : entries.length;
}

function sizeOf<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
  query: Pick<Query, "set">,
) {
  return {
    k: countOf(entries, query),
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
  query: Pick<Query, "set">,
  byTrial: boolean,
): Pick<Pool, keyof typeof noNumber | "status" | "heterogeneity"> {
  if (byTrial && entries.length > 0) return { status: "by-trial", ...noNumber };
  const { status, predictionInterval, tau, heterogeneity } = fit;
  const single = ownNumber(figuresOfNumber(entries, query, kind), kind);
  // No model is asked for it.
  if (single || status === "one-cohort") {
    return { ...noNumber, ...single, status: withoutModel.get(status) ?? "one-trial" };
  }
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

/** The spread between trials in the model; `null` where the number is a single figure. */
function tauOf<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
  { tau }: Pick<Fit, "tau">,
  query: Pick<Query, "set">,
): number | null {
  return figuresOfNumber(entries, query, kind).length > 1 ? tau : null;
}

/** The statuses that a single trial keeps, whatever the model says of it. */
const withoutModel: ReadonlyMap<Fit["status"], "all-zero" | "all-events"> = new Map([
  ["all-zero", "all-zero"],
  ["all-events", "all-events"],
]);

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
  query: Pick<Query, "set">,
  byTrial: boolean,
): Pool["beside"] {
  const fit = model.pool(kind.figures(figuresOfNumber(entries, query, kind)));
  const { estimate, interval } = numberOf(entries, kind, fit, query, byTrial);
  return {
    regimen: regimen ?? "combination",
    ...sizeOf(entries, kind, query),
    products: byProduct(entries).map(({ product }) => product),
    estimate,
    interval,
    studies: studyResults(entries, kind, tauOf(entries, kind, fit, query)),
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

/** Percent of the patients, or equal shares where a number of patients is not known: no model pools these. */
function sharesOfPatients(entries: readonly Entry[]): number[] {
  if (entries.some(({ n }) => !n)) return entries.map(() => 100 / entries.length);
  const all = entries.reduce((sum, { n }) => sum + (n ?? 0), 0);
  return entries.map(({ n }) => (100 * (n ?? 0)) / all);
}

/** @param tau The spread between trials in the model; `null` without a model. */
export function studyResults<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: OutcomeType<F>,
  tau: number | null,
): Study[] {
  const weights =
    tau === null
      ? sharesOfPatients(entries)
      : percentWeights(
          kind.effects(entries).map(({ vi }) => vi),
          tau ** 2,
        );
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
      const figures = figuresOfNumber(own, query, kind);
      // A single figure needs no fit.
      const fit =
        products.length === 1 || figures.length === 1
          ? groupFit
          : model.pool(kind.figures(figures));
      // One figure stands for itself, also of survival.
      const { estimate, interval } = numberOf(own, kind, fit, query, byTrial && own.length > 1);
      return {
        ...{ product, ...sizeOf(own, kind, query), estimate, interval },
        ...(smaller.length > 0 && { smaller: smaller.map(({ cohort }) => cohort.id) }),
      };
    })
    .sort(largestProductFirst);
}
