/** Builds the pool of one class from its gathered figures and their fit. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { CountedFigure, ScaledLandmark } from "../evidence/choose.ts";
import {
  type Entry,
  type Gathered,
  type GatherRules,
  gatherCounts,
  gatherLandmarks,
  type Poolable,
  type Refused,
} from "../evidence/gather.ts";
import { largestFirst } from "../evidence/largest-first.ts";
import { betweenGroupsQ } from "../statistics/contrast/between-groups.ts";
import { logits } from "../statistics/effect-size/logits.ts";
import { i2, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import { clopperPearson } from "../statistics/single-proportion/clopper-pearson.ts";
import { normalQuantile } from "../statistics/special/normal-quantile.ts";
import { percentWeights } from "../statistics/weights.ts";
import type { FollowUp, Interval, NotPooled, ProductPool } from "./answer.ts";
import type { CodedNotPooled, CodedPool, CodedStudy } from "./coded-answer.ts";
import type { Figures, Fit, Model } from "./fit.ts";
import { totalPatients, unknownShare, weightedMedian } from "./patients.ts";

export interface Summary {
  pool: CodedPool;
  entries: readonly Entry[];
  /** Products with at least one selected cohort, whether it is pooled or not. */
  selectedProducts: readonly string[];
  /** Number of cohorts left out because they share patients with pooled ones. */
  dropped: number;
  /**
   * `products`: the products differ from each other. `spread`: cohorts of several products differ.
   */
  productsDiffer: "products" | "spread" | null;
  /** Why another model than the requested one was used; `null` if the requested one was. */
  because: string | null;
}

/**
 * What counts and landmarks have in common: both can be gathered, pooled, and shown study by study.
 */
export interface Kind<F extends Poolable> {
  gather: (cohorts: readonly ComputeCohort[], outcome: Outcome, rules: GatherRules) => Gathered<F>;
  figures: (entries: readonly Entry<F>[]) => Figures;
  /** Sampling variances on the scale of the linear predictor. */
  variances: (entries: readonly Entry<F>[]) => number[];
  own: (entry: Entry<F>) => { events: number | null; estimate: number; interval: Interval };
}

export function summarise<F extends Poolable>(
  cohorts: readonly ComputeCohort[],
  { entries, notPooled, dropped }: Gathered<F>,
  kind: Kind<F>,
  fit: Fit,
  model: Model,
): Summary {
  const variances = kind.variances(entries);
  const tau = entries.length > 1 ? fit.tau : null;
  const weights = percentWeights(variances, (fit.tau ?? 0) ** 2);
  const products = productPools(entries, kind, fit, model);
  const patients = patientsOf(entries);
  const events = sumOfEvents(entries.map((entry) => kind.own(entry).events));
  const pool: CodedPool = {
    status: fit.status,
    k: entries.length,
    events,
    n: patients,
    estimate: fit.estimate,
    interval: fit.interval,
    predictionInterval: fit.predictionInterval,
    marginal: fit.marginal,
    crude: events === null || patients === null ? null : events / patients,
    tau,
    i2: tau === null ? null : i2(tau * tau, typicalWithinVariance(variances)),
    followUp: followUp(entries),
    products: products.map((product) => product.pool),
    studies: entries.map((entry, index) => studyResult(entry, kind, weights[index] ?? 0)),
    notPooled: notPooled.map(notPooledResult),
    medians: [],
  };
  return {
    pool,
    entries,
    selectedProducts: [...new Set(cohorts.map(({ product }) => product))],
    dropped: dropped.length,
    productsDiffer: productsDiffer(products, tau),
    because: fit.because,
  };
}

/**
 * Above this τ between cohorts, or below this p value between products, the average of a class
 * hides differences between its products.
 */
const heterogeneity = { tau: 0.5, p: 0.1, minimumCohorts: 3 } as const;

/** With two cohorts the prior decides τ, so only the test between products is used. */
function productsDiffer(
  products: readonly ProductFit[],
  tau: number | null,
): "products" | "spread" | null {
  if (products.length < 2) return null;
  const cohorts = products.reduce((sum, { pool: { k } }) => sum + k, 0);
  const spread = tau !== null && cohorts >= heterogeneity.minimumCohorts && tau > heterogeneity.tau;
  const test = betweenGroupsQ(
    products.flatMap(({ fit: { mu } }) => (mu ? [{ estimate: mu.mean, se: mu.sd }] : [])),
  );
  if (test !== null && test.p < heterogeneity.p) return "products";
  return spread ? "spread" : null;
}

export const counts: Kind<CountedFigure> = {
  gather: gatherCounts,
  figures: (entries) => ({ kind: "count", figures: figuresOf(entries) }),
  variances: (entries) => logits(figuresOf(entries)).map(({ vi }) => vi),
  own: ({ figure: { events, n } }) => ({
    events,
    estimate: events / n,
    interval: clopperPearson(events, n),
  }),
};

export const landmarks: Kind<ScaledLandmark> = {
  gather: gatherLandmarks,
  figures: (entries) => ({ kind: "landmark", figures: figuresOf(entries) }),
  variances: (entries) => figuresOf(entries).map(({ hazard }) => hazard.se ** 2),
  own: ({ figure: { survival, interval, hazard } }) => {
    const half = normalQuantile(0.975) * hazard.se;
    const survivalAt = (y: number) => Math.exp(-Math.exp(y));
    return {
      events: null,
      estimate: survival,
      interval: interval ?? [survivalAt(hazard.y + half), survivalAt(hazard.y - half)],
    };
  },
};

function figuresOf<F extends Poolable>(entries: readonly Entry<F>[]): F[] {
  return entries.map(({ figure }) => figure);
}

function patientsOf(entries: readonly Entry[]): number | null {
  return totalPatients(entries.map(({ n }) => ({ patients: n })));
}

function notPooledResult({ cohort: { id, label }, reason, figure }: Refused): CodedNotPooled {
  return { cohort: id, label, reason, ...reported(figure) };
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

function studyResult<F extends Poolable>(
  entry: Entry<F>,
  kind: Kind<F>,
  weight: number,
): CodedStudy {
  const { cohort, figure } = entry;
  return {
    cohort: cohort.id,
    label: cohort.label,
    product: cohort.product,
    ...kind.own(entry),
    n: entry.n,
    weight,
    followUpMonths: entry.followUpMonths,
    population: figure.population,
    regimen: cohort.regimen,
    design: cohort.design,
    cut: figure.cut,
    source: figure.source,
    citation: null,
    printed: figure.outcome,
  };
}

interface ProductFit {
  pool: ProductPool;
  fit: Fit;
}

/**
 * The pool of each product, largest first. If a class has one product, its pool is that of the
 * class.
 */
function productPools<F extends Poolable>(
  entries: readonly Entry<F>[],
  kind: Kind<F>,
  classFit: Fit,
  model: Model,
): ProductFit[] {
  const slugs = [...new Set(entries.map(({ cohort }) => cohort.product))];
  return slugs
    .flatMap((product): ProductFit[] => {
      const own = entries.filter(({ cohort }) => cohort.product === product);
      const fit =
        slugs.length === 1 ? classFit : model.pool(kind.figures(own), { predictive: false });
      const { estimate, interval } = fit;
      if (estimate === null || interval === null) return [];
      return [{ pool: { product, k: own.length, n: patientsOf(own), estimate, interval }, fit }];
    })
    .sort(({ pool: a }, { pool: b }) => largestFirst(a.n, b.n) || (a.product < b.product ? -1 : 1));
}

function sumOfEvents(events: readonly (number | null)[]): number | null {
  if (events.length === 0) return null;
  return events.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

function followUp(entries: readonly Entry[]): FollowUp | null {
  if (entries.length === 0) return null;
  const items = entries.map(({ followUpMonths, n }) => ({ value: followUpMonths, patients: n }));
  return { months: weightedMedian(items), unknownShare: unknownShare(items) };
}
