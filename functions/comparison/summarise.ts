/** From the gathered figures of one class to its pool: the only place where evidence meets statistics. */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "../../data/compute-set.ts";
import type { Outcome } from "../../data/schema.ts";
import { type Entry, type Gathered, gatherCounts, gatherLandmarks } from "../evidence/gather.ts";
import { onHazardScale } from "../evidence/hazard-scale.ts";
import {
  type BayesPool,
  type PoolOptions,
  poolLandmarks,
  poolProportions,
} from "../statistics/bayes/pool.ts";
import { betweenGroupsQ } from "../statistics/between-groups.ts";
import { i2, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import type { Landmark } from "../statistics/landmark.ts";
import { clopperPearson } from "../statistics/single-proportion/clopper-pearson.ts";
import { normalQuantile } from "../statistics/special/normal-quantile.ts";
import { percentWeights } from "../statistics/weights.ts";
import { withinVariances } from "../statistics/within-variance.ts";
import type { FollowUp, Interval, Pool, ProductPool, StudyResult } from "./answer.ts";
import { unknownShare, weightedMedian } from "./patients.ts";

export interface Summary {
  pool: Pool;
  /** The fit behind the pool, for contrasts. */
  fit: BayesPool;
  entries: readonly Entry[];
  /** Cohorts left out because they share patients with a larger one. */
  dropped: number;
  productsDiffer: boolean;
}

/** What the two kinds of outcome have in common: a way to pool, and each study on its own. */
interface Model<F extends ComputeFigure | ComputeLandmark> {
  pool: (entries: readonly Entry<F>[], options?: PoolOptions) => BayesPool;
  /** Sampling variances on the scale of the linear predictor. */
  variances: (entries: readonly Entry<F>[]) => number[];
  own: (entry: Entry<F>) => { events: number | null; estimate: number; interval: Interval };
}

export function summarise(cohorts: readonly ComputeCohort[], outcome: Outcome): Summary {
  return outcome.kind === "landmark"
    ? summariseWith(gatherLandmarks(cohorts, outcome), landmarks)
    : summariseWith(gatherCounts(cohorts, outcome), counts);
}

function summariseWith<F extends ComputeFigure | ComputeLandmark>(
  { entries, notPooled, dropped }: Gathered<F>,
  model: Model<F>,
): Summary {
  const fit = model.pool(entries);
  const variances = model.variances(entries);
  const tau = entries.length > 1 ? (fit.tau?.median ?? null) : null;
  const weights = percentWeights(variances, (fit.tau?.median ?? 0) ** 2);
  const products = productPools(entries, model, fit);
  const patients = entries.reduce((sum, { n }) => sum + n, 0);
  const events = sumOfEvents(entries.map((entry) => model.own(entry).events));
  const pool: Pool = {
    status: fit.status,
    k: entries.length,
    events,
    // One cohort of unknown size makes the sum unknown, not smaller.
    n: entries.length > 0 && entries.every(({ figure }) => figure.n !== null) ? patients : null,
    estimate: fit.estimate,
    interval: fit.interval,
    predictionInterval: fit.predictionInterval,
    marginal: fit.marginal,
    crude: events === null || patients === 0 ? null : events / patients,
    tau,
    i2: tau === null ? null : i2(tau * tau, typicalWithinVariance(variances)),
    followUp: followUp(entries),
    products: products.map((product) => product.pool),
    studies: entries.map((entry, index) => studyResult(entry, model, weights[index] ?? 0)),
    notPooled: notPooled.map(({ cohort, reason }) => ({
      cohort: cohort.id,
      label: cohort.label,
      reason,
    })),
  };
  return {
    pool,
    fit,
    entries,
    dropped: dropped.length,
    productsDiffer: productsDiffer(products, tau),
  };
}

/** Above this spread between trials, or below this p between products, a class average hides its products. */
const heterogeneity = { tau: 0.5, p: 0.1, minimumCohorts: 3 } as const;

/** With two cohorts the spread is what the prior says; only the test between products counts then. */
function productsDiffer(products: readonly ProductFit[], tau: number | null): boolean {
  if (products.length < 2) return false;
  const cohorts = products.reduce((sum, { pool: { k } }) => sum + k, 0);
  const spread = tau !== null && cohorts >= heterogeneity.minimumCohorts && tau > heterogeneity.tau;
  const test = betweenGroupsQ(
    products.flatMap(({ fit: { mu } }) => (mu ? [{ estimate: mu.mean, se: mu.sd }] : [])),
  );
  return spread || (test !== null && test.p < heterogeneity.p);
}

const counts: Model<ComputeFigure> = {
  pool: (entries, options) => poolProportions(entries.map(studyOf), options),
  variances: (entries) => withinVariances(entries.map(studyOf)),
  own: (entry) => {
    const { events, n } = studyOf(entry);
    return { events, estimate: events / n, interval: clopperPearson(events, n) };
  },
};

function studyOf({ figure: { events, n } }: Entry<ComputeFigure>): { events: number; n: number } {
  // Gathering lets only figures with a count through.
  return { events: events ?? 0, n: n ?? 0 };
}

const landmarks: Model<ComputeLandmark> = {
  pool: (entries, options) =>
    poolLandmarks(
      entries.map(({ figure }) => scaled(figure)),
      options,
    ),
  variances: (entries) => entries.map(({ figure }) => scaled(figure).se ** 2),
  own: ({ figure }) => {
    const { y, se } = scaled(figure);
    const half = normalQuantile(0.975) * se;
    const survivalAt = (value: number) => Math.exp(-Math.exp(value));
    return {
      events: null,
      estimate: figure.survival,
      interval: figure.interval ?? [survivalAt(y + half), survivalAt(y - half)],
    };
  },
};

/** Gathering lets only landmarks with a usable variance through. */
function scaled(figure: ComputeLandmark): Landmark {
  const estimate = onHazardScale(figure);
  if (estimate === null) throw new RangeError(`landmark ${figure.outcome} cannot be pooled`);
  return estimate;
}

function studyResult<F extends ComputeFigure | ComputeLandmark>(
  entry: Entry<F>,
  model: Model<F>,
  weight: number,
): StudyResult {
  const { cohort, figure } = entry;
  return {
    cohort: cohort.id,
    label: cohort.label,
    product: cohort.product,
    ...model.own(entry),
    n: figure.n,
    weight,
    followUpMonths: entry.followUpMonths,
    population: figure.population,
    regimen: cohort.regimen,
    design: cohort.design,
    cut: figure.cut,
    source: figure.source,
    citation: null,
  };
}

interface ProductFit {
  pool: ProductPool;
  fit: BayesPool;
}

/** Each product's own pool, the largest first; a class of one product is its own pool. */
function productPools<F extends ComputeFigure | ComputeLandmark>(
  entries: readonly Entry<F>[],
  model: Model<F>,
  classFit: BayesPool,
): ProductFit[] {
  const slugs = [...new Set(entries.map(({ cohort }) => cohort.product))];
  return slugs
    .flatMap((product): ProductFit[] => {
      const own = entries.filter(({ cohort }) => cohort.product === product);
      const fit = slugs.length === 1 ? classFit : model.pool(own, { predictive: false });
      const { estimate, interval } = fit;
      if (estimate === null || interval === null) return [];
      const n = own.reduce((sum, entry) => sum + entry.n, 0);
      return [{ pool: { product, k: own.length, n, estimate, interval }, fit }];
    })
    .sort(
      ({ pool: a }, { pool: b }) => (b.n ?? 0) - (a.n ?? 0) || (a.product < b.product ? -1 : 1),
    );
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
