/** The rate of one class: its pool, its products and its cohorts. */
import type { Entry } from "../evidence/gather.ts";
import { largestProductFirst } from "../evidence/largest-first.ts";
import type { RatedFigure } from "../evidence/rated.ts";
import { approximation } from "../statistics/rates/hazard-likelihood.ts";
import { percentWeights } from "../statistics/weights.ts";
import type { Interval, RatePool, RateProduct, RateStudy } from "./answer.ts";
import { exactInterval } from "./exact-interval.ts";
import { totalPatients } from "./patients.ts";
import { type FitRates, per100, type RateFit, type RateSettings } from "./rate-fit.ts";

type Rated = Entry<RatedFigure>;

/** A product with its own fit. */
export interface RatedProduct {
  readonly pool: RateProduct;
  readonly fit: RateFit;
}

export interface RateSummary {
  readonly fit: RateFit;
  readonly products: readonly RatedProduct[];
  /** `null` without a cohort whose time is known. */
  readonly rate: RatePool | null;
}

export function summariseRates(
  entries: readonly Rated[],
  settings: RateSettings,
  fitRates: FitRates,
): RateSummary {
  const fit = fitRates(figuresOf(entries), settings, "prediction");
  const products = productRates(entries, fit, (own) => fitRates(own, settings, "itself"));
  const { status, estimate, interval, predictionInterval } = fit;
  if (estimate === null || interval === null) return { fit, products, rate: null };
  const weights = percentWeights(
    figuresOf(entries).map((figure) => approximation(figure).variance),
    (fit.tau ?? 0) ** 2,
  );
  const rate: RatePool = {
    status,
    k: entries.length,
    events: entries.reduce((sum, { figure }) => sum + figure.events, 0),
    n: patientsOf(entries),
    per100: 100 * estimate,
    interval: per100(interval),
    predictionInterval: predictionInterval && per100(predictionInterval),
    tau: entries.length > 1 ? fit.tau : null,
    products: products.map(({ pool }) => pool),
    studies: entries.map((entry, index) => rateStudy(entry, weights[index] ?? 0)),
  };
  return { fit, products, rate };
}

function figuresOf(entries: readonly Rated[]): RatedFigure[] {
  return entries.map(({ figure }) => figure);
}

function patientsOf(entries: readonly Rated[]): number {
  return totalPatients(entries.map(({ n }) => ({ patients: n }))) ?? 0;
}

function rateStudy({ cohort, figure }: Rated, weight: number): RateStudy {
  const { events, n, years, cut, source } = figure;
  const [lower, upper] = exactInterval(events, n);
  const interval: Interval = [rateAt(lower, years), rateAt(upper, years)];
  // If every patient had an event, the time they took is not known, and the rate has no limit.
  const all = events === n;
  return {
    cohort: cohort.id,
    label: cohort.label,
    product: cohort.product,
    events,
    n,
    years,
    per100: all ? null : rateAt(events / n, years),
    interval: all ? null : interval,
    weight,
    cut,
    source,
    citation: null,
  };
}

/** The constant hazard at which this proportion has an event within these years, per 100 a year. */
function rateAt(proportion: number, years: number): number {
  return (-100 * Math.log1p(-proportion)) / years;
}

/** Largest product first. If a class has one product, its rate is that of the class. */
function productRates(
  entries: readonly Rated[],
  classFit: RateFit,
  fitOne: (figures: readonly RatedFigure[]) => RateFit,
): RatedProduct[] {
  const slugs = [...new Set(entries.map(({ cohort }) => cohort.product))];
  return slugs
    .flatMap((product): RatedProduct[] => {
      const own = entries.filter(({ cohort }) => cohort.product === product);
      const fit = slugs.length === 1 ? classFit : fitOne(figuresOf(own));
      if (fit.estimate === null || fit.interval === null) return [];
      const rate = { per100: 100 * fit.estimate, interval: per100(fit.interval) };
      return [{ pool: { product, k: own.length, n: patientsOf(own), ...rate }, fit }];
    })
    .sort(largestProductFirst);
}
