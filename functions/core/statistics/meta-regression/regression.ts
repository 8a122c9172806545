import { fitGlmm, type GlmmFailure, type GlmmFit, isGlmmFit } from "../glmm/fit.ts";
import { type Interval, waldInterval } from "../interval.ts";
import { type FitOptions, fitMixedModel } from "../inverse-variance/fit.ts";
import { makeInterceptModel } from "../inverse-variance/pool.ts";
import { TAU2_ESTIMATORS } from "../inverse-variance/tau2.ts";
import { makeMixedModelData } from "../inverse-variance/weighted-least-squares.ts";
import { hasFullRank, makeInterceptDesign } from "../linear/design.ts";
import { quadraticForm } from "../linear/positive-definite.ts";
import { expit, expitInterval, makeLogitEffectSizes } from "../scales.ts";
import { readElement } from "../special/arithmetic.ts";
import { NORMAL, type ReferenceDistribution, studentT } from "../special/reference-distribution.ts";
import { assertValidStudies, type Study } from "../study.ts";
import {
  convertCoefficientsToModeratorUnits,
  type Moderator,
  type ModeratorDesign,
  makeModeratorDesign,
} from "./moderators.ts";

/** Describes one row of the table of coefficients, in logits per unit of the moderator. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly pValue: number;
  readonly interval: Interval;
}

/** Describes the results that all regressions share, whatever the model. */
export interface Regression {
  readonly status: "ok" | "boundary";
  /** The intercept stands first. */
  readonly coefficients: readonly Coefficient[];
  readonly reference: ReferenceDistribution;
  readonly tau2: number;
  readonly columns: ModeratorDesign;
  /** `ofColumns` holds the coefficients of the standardised columns and their covariance. */
  readonly ofColumns: { readonly beta: readonly number[]; readonly vcov: Float64Array };
}

export interface GlmmRegression extends Regression {
  readonly fit: GlmmFit;
}

export interface InverseVarianceRegression extends Regression {
  /** Holds the share of τ² that the moderators explain, percent; `null` if there was none. */
  readonly r2: number | null;
}

/**
 * Fits a meta-regression by the binomial–normal model (Stijnen et al. 2010): logit pᵢ ~ N(xᵢβ, τ²) with the same τ²
 * for all studies. Coefficients have Wald tests against the normal distribution or, for few studies, t(k − p).
 *
 * A relation between studies need not hold between patients ("ecological"), and with few studies a relation may be
 * chance. Ten studies per moderator is the usual minimum (Cochrane Handbook, sec. 10.11.5).
 *
 * @throws RangeError for invalid counts.
 */
export function regressGlmm(
  studies: readonly Study[],
  moderators: readonly Moderator[],
  { level = 0.95, test = "z" }: { readonly level?: number; readonly test?: "z" | "t" } = {},
): GlmmRegression | { readonly status: GlmmFailure } {
  assertValidStudies(studies);
  const columns = makeModeratorDesign(studies.length, moderators);
  const fit = fitGlmm(studies, columns.design);
  if (!isGlmmFit(fit)) return { status: fit.status };
  const reference = test === "z" ? NORMAL : studentT(columns.design.k - columns.design.p);
  return {
    ...summariseCoefficients(columns, fit.beta, fit.vcov, reference, level),
    status: fit.status,
    tau2: fit.tau * fit.tau,
    fit,
  };
}

/** Returns the share of τ² that moderators explain, percent; `null` if the model without them has no τ². */
export function estimateExplainedPercent({ fit, tau2 }: GlmmRegression): number | null {
  const { studies } = fit.data;
  const without = fitGlmm(studies, makeInterceptDesign(studies.length));
  return isGlmmFit(without) ? computeExplainedTau2Percent(tau2, without.tau * without.tau) : null;
}

/**
 * Fits a meta-regression of logits with inverse-variance weights (metafor's `rma` with `mods`).
 *
 * @throws RangeError for invalid counts.
 */
export function regressInverseVariance(
  studies: readonly Study[],
  moderators: readonly Moderator[],
  options: FitOptions,
): InverseVarianceRegression | { readonly status: "no-cohorts" | "rank-deficient" } {
  const { level = 0.95 } = options;
  assertValidStudies(studies);
  if (studies.length === 0) return { status: "no-cohorts" };
  const columns = makeModeratorDesign(studies.length, moderators);
  if (!hasFullRank(columns.design)) return { status: "rank-deficient" };
  const effects = makeLogitEffectSizes(studies);
  const fit = fitMixedModel(makeMixedModelData(effects, columns.design), options);
  const without = TAU2_ESTIMATORS[options.method](makeInterceptModel(effects));
  return {
    ...summariseCoefficients(columns, fit.beta, fit.vcov, fit.reference, level),
    status: "ok",
    tau2: fit.tau2,
    r2: computeExplainedTau2Percent(fit.tau2, without),
  };
}

/**
 * Returns the share of τ² that moderators explain, percent; `null` if the model without them has no τ².
 *
 * @param without τ² of the model without moderators.
 */
function computeExplainedTau2Percent(tau2: number, without: number): number | null {
  return without > 0 ? 100 * Math.max(0, 1 - tau2 / without) : null;
}

/**
 * Returns the coefficients in the units of the moderators, the intercept first, each with its standard error, P value
 * and interval, and beside them the standardised columns from which rates are predicted.
 */
function summariseCoefficients(
  columns: ModeratorDesign,
  ofColumns: readonly number[],
  vcovOfColumns: Float64Array,
  reference: ReferenceDistribution,
  level: number,
): Omit<Regression, "status" | "tau2"> {
  const { beta, se } = convertCoefficientsToModeratorUnits(columns, ofColumns, vcovOfColumns);
  const quantile = reference.quantile(level);
  const names = ["intercept", ...columns.terms.map(({ name }) => name)];
  return {
    coefficients: beta.map((estimate, j) => {
      const standardError = readElement(se, j);
      return {
        name: names[j] ?? "",
        estimate,
        se: standardError,
        pValue: reference.pValue(estimate / standardError),
        interval: waldInterval(estimate, standardError, quantile),
      };
    }),
    reference,
    columns,
    ofColumns: { beta: ofColumns, vcov: vcovOfColumns },
  };
}

/** Describes the rate of a typical study with given values of the moderators. */
export interface Prediction {
  /** `eta` is the predicted logit, and `se` its standard error. */
  readonly eta: number;
  readonly se: number;
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Returns the prediction at one value per moderator, in the order of the moderators; `null` for a value outside the
 * observed ones, where no data support the regression line. `extrapolate` allows it, for comparison with other
 * software.
 */
export function predictFromRegression(
  regression: Regression,
  at: readonly (number | string)[],
  { level = 0.95, extrapolate = false }: { level?: number; extrapolate?: boolean } = {},
): Prediction | null {
  const { columns, ofColumns, reference } = regression;
  const supported = columns.moderators.every((moderator, index) =>
    canPredictAtModeratorValue(moderator, at[index], extrapolate),
  );
  if (!supported) return null;
  const x = [
    1,
    ...columns.terms.map(({ of, level: indicated, centre, scale }) => {
      const value = at[of];
      return typeof value === "number" ? (value - centre) / scale : value === indicated ? 1 : 0;
    }),
  ];
  // Standardised columns are used, because in units far from 0, such as years, covariances nearly cancel.
  const eta = ofColumns.beta.reduce((sum, slope, j) => sum + slope * readElement(x, j), 0);
  const se = Math.sqrt(quadraticForm(ofColumns.vcov, x));
  const interval = expitInterval(waldInterval(eta, se, reference.quantile(level)));
  return { eta, se, estimate: expit(eta), interval };
}

/**
 * Returns whether a rate may be predicted at a value: one of the observed groups, or a number within the observed
 * ones, with `extrapolate` any number.
 */
function canPredictAtModeratorValue(
  moderator: Moderator,
  value: number | string | undefined,
  extrapolate: boolean,
): boolean {
  if ("groups" in moderator) return typeof value === "string" && moderator.groups.includes(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  const { values } = moderator;
  return extrapolate || (value >= Math.min(...values) && value <= Math.max(...values));
}
