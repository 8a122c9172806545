/** Builds the pool of one class from its gathered figures and their fit. */
import type { Entry, Poolable, Refused } from "../evidence/gather.ts";
import { byProduct, largestProductFirst } from "../evidence/products.ts";
import type { OfRegimen } from "../evidence/regimens.ts";
import { i2, i2FromQ, percentWeights, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import { type EffectSize, logits } from "../statistics/scales.ts";
import type { NotPooled, Observed } from "./answer.ts";
import type { CodedNotPooled, CodedPool, CodedProductPool, CodedStudy } from "./coded-answer.ts";
import { cochranQ, countedIn, differ, observedIn, onlyProductIn, sumOfEvents } from "./counted.ts";
import { isNotRepresented } from "./coverage.ts";
import type { Fit, Model } from "./fit.ts";
import type { Kind } from "./kinds.ts";
import type { MeasuredGroup } from "./measure.ts";
import { followUpOf, totalPatients } from "./patients.ts";

export interface Summary {
  pool: CodedPool;
  entries: readonly Entry[];
  /** Products with at least one selected cohort, whether it is pooled or not. */
  selectedProducts: readonly string[];
  /** Number of cohorts left out because they share patients with pooled ones. */
  dropped: number;
  /** `false` if other cohorts, without overlap, may hold more patients. */
  settled: boolean;
  /** `products`: the products differ. `spread`: cohorts of several products differ. */
  productsDiffer: "products" | "spread" | null;
  /** Why another model than the requested one was used; `null` if the requested one was. */
  because: string | null;
}

export function summarise<F extends Poolable>(
  {
    own,
    coverage,
    observed,
    counted,
    byCounts,
  }: Pick<MeasuredGroup<string, F>, "own" | "coverage" | "observed" | "counted" | "byCounts">,
  kind: Kind<F>,
  fit: Fit,
  model: Model,
): Summary {
  const { cohorts, gathered, regimen, beside } = own;
  const { entries, notPooled, dropped } = gathered;
  const products = productPools(entries, kind, fit, model);
  const patients = patientsOf(entries);
  const studies = studyResults(entries, kind, counted ? null : fit.tau, counted !== null);
  const tau = entries.length > 1 && !counted ? fit.tau : null;
  const pool: CodedPool = {
    regimen,
    k: entries.length,
    n: patients,
    share: coverage?.share ?? null,
    representative: coverage?.representative ?? null,
    ...(isNotRepresented(entries, coverage)
      ? noNumber
      : numberOf(
          { ...fit, ...(counted && byNoModel(counted)) },
          observed,
          tau,
          kind.effects(entries),
          sumOfEvents(studies),
          patients,
        )),
    followUp: followUpOf(entries),
    chain: null,
    products,
    studies,
    notPooled: notPooled.map(notPooledResult),
    medians: [],
    beside: beside && besidePool(beside, kind, model, byCounts),
    enrolled: null,
  };
  return {
    pool,
    entries,
    selectedProducts: [...new Set(cohorts.map(({ product }) => product))],
    dropped: dropped.length,
    settled: [gathered, beside?.gathered, coverage].every((one) => one?.settled ?? true),
    productsDiffer:
      pool.status === "not-represented"
        ? null
        : productsDiffer(products, kind.effects(entries), tau),
    because: fit.because,
  };
}

/** Of a class that its cohorts do not stand for. What they had is said by product. */
const noNumber = {
  status: "not-represented",
  events: null,
  estimate: null,
  interval: null,
  observed: null,
  predictionInterval: null,
  marginal: null,
  crude: null,
  tau: null,
  i2: null,
} as const;

/** What is counted predicts nothing. */
function byNoModel({ estimate, interval }: Observed) {
  return { estimate, interval, predictionInterval: null, marginal: null };
}

function numberOf(
  fit: Fit,
  observed: CodedPool["observed"],
  tau: number | null,
  effects: readonly EffectSize[],
  events: number | null,
  patients: number | null,
): Pick<CodedPool, keyof typeof noNumber | "heterogeneity"> {
  const { status, estimate, interval, predictionInterval, marginal, heterogeneity } = fit;
  return {
    status,
    events,
    estimate,
    interval,
    observed,
    predictionInterval,
    marginal,
    crude: events === null || patients === null ? null : events / patients,
    tau,
    i2: tau === null ? null : shareBetween(effects, fit),
    ...(heterogeneity && { heterogeneity }),
  };
}

/** I² of the group. Of the default model by the posterior median of τ. Of the others by Cochran's Q. */
function shareBetween(effects: readonly EffectSize[], { posterior, tau }: Fit): number | null {
  if (posterior !== null && tau !== null) {
    return i2(tau * tau, typicalWithinVariance(effects.map(({ vi }) => vi)));
  }
  const test = cochranQ(effects);
  return test && i2FromQ(test.q, test.df);
}

/** The other kind of regimen, pooled by itself. */
function besidePool<F extends Poolable>(
  { regimen, gathered: { entries } }: OfRegimen<F>,
  kind: Kind<F>,
  model: Model,
  byCounts: boolean,
): CodedPool["beside"] {
  const fit = model.pool(kind.figures(entries));
  const product = byCounts ? onlyProductIn(entries, kind) : null;
  const { estimate = null, interval = null } = product ? (product.rate ?? {}) : fit;
  return {
    regimen: regimen ?? "combination",
    k: entries.length,
    n: patientsOf(entries),
    products: byProduct(entries).map(({ product }) => product),
    estimate,
    interval,
    observed: product ? product.rate : observedIn(entries, kind),
    studies: studyResults(entries, kind, fit.tau),
  };
}

/** Above this τ between cohorts the average of a class hides differences between its products. */
const heterogeneity = { tau: 0.5, minimumCohorts: 3, minimumProducts: 3 } as const;

/**
 * The test between products is Cochran's Q of their summed counts. It is not made of two products, whose
 * cohorts may differ as much, nor of survival, which has no counts. With two cohorts the prior decides τ,
 * and with three where events are rare, so cohorts spread only if their own Q says so, too.
 */
function productsDiffer(
  products: readonly CodedProductPool[],
  effects: readonly EffectSize[],
  tau: number | null,
): "products" | "spread" | null {
  if (products.length < 2) return null;
  const counts = products.flatMap(({ counted }) =>
    counted?.events == null || counted.n === null ? [] : [{ events: counted.events, n: counted.n }],
  );
  if (counts.length >= heterogeneity.minimumProducts && differ(logits(counts))) return "products";
  const enough = effects.length >= heterogeneity.minimumCohorts;
  return enough && tau !== null && tau > heterogeneity.tau && differ(effects) ? "spread" : null;
}

function patientsOf(entries: readonly Entry[]): number | null {
  return totalPatients(entries.map(({ n }) => ({ patients: n })));
}

function notPooledResult({ cohort, reason, figure }: Refused): CodedNotPooled {
  const { id, label, product } = cohort;
  return { cohort: id, label, product, reason, ...reported(figure) };
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

function studyResults<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
  tau: number | null,
  isSum = false,
): CodedStudy[] {
  // In a sum every patient has the same weight.
  const variances = isSum
    ? entries.map(({ n }) => 1 / (n ?? 1))
    : kind.effects(entries).map(({ vi }) => vi);
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
      regimen: cohort.regimen,
      design: cohort.design,
      cut: figure.cut,
      source: figure.source,
      citation: null,
      printed: figure.outcome,
      isPool: cohort.parts.length > 0,
    };
  });
}

/** The pool of each product, largest first. That of an only product is the pool of the class. */
function productPools<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
  classFit: Fit,
  model: Model,
): CodedProductPool[] {
  const products = byProduct(entries);
  return products
    .flatMap(({ product, own }): CodedProductPool[] => {
      const { estimate, interval } =
        products.length === 1 ? classFit : model.pool(kind.figures(own));
      if (estimate === null || interval === null) return [];
      const numbers = { observed: observedIn(own, kind), counted: countedIn(own, kind) };
      return [{ product, k: own.length, n: patientsOf(own), ...numbers, estimate, interval }];
    })
    .sort(largestProductFirst);
}
