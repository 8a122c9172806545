import type { ContinuityCorrection } from "../effect-size/continuity-correction.ts";
import { type EffectUndefined, effectSizes } from "../effect-size/effect-sizes.ts";
import { LOGIT_TRANSFORM } from "../effect-size/logit.ts";
import type { GlmmFailure } from "../glmm/failure.ts";
import { fitGlmm, type GlmmFit, isFit } from "../glmm/fit.ts";
import { type GlmmHeterogeneity, glmmHeterogeneity } from "../glmm/heterogeneity.ts";
import { profileInterval } from "../glmm/profile.ts";
import {
  type FitOptions,
  fitMixedModel,
  type MixedModelFit,
  type NoResidualVariation,
} from "../inverse-variance/fit.ts";
import { TAU2_ESTIMATORS } from "../inverse-variance/tau2/estimators.ts";
import type { MixedModelData } from "../inverse-variance/weighted-least-squares.ts";
import { checkLevel } from "../level.ts";
import { type Design, interceptOnly } from "../linear/design.ts";
import { hasFullRank } from "../linear/full-rank.ts";
import { invertPositiveDefinite, quadraticForm } from "../linear/positive-definite.ts";
import { read } from "../read.ts";
import { NORMAL, type ReferenceDistribution, studentT } from "../reference-distribution.ts";
import { chiSquaredTail } from "../special/chi-squared-tail.ts";
import { fTail } from "../special/f-tail.ts";
import { checkStudies, type Study } from "../study.ts";
import type { Interval } from "../types.ts";
import { waldInterval } from "../wald-interval.ts";
import { inUnits, type Moderator, type ModeratorDesign, moderatorDesign } from "./moderators.ts";

/** One row of the table of coefficients, in logits per unit of the moderator. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: Interval;
}

/** The results that all regressions share, whatever the model. */
export interface Regression {
  readonly status: "ok" | "boundary";
  /** The intercept first. */
  readonly coefficients: readonly Coefficient[];
  /** p × p row-major, in the units of the moderators. */
  readonly vcov: Float64Array;
  readonly reference: ReferenceDistribution;
  readonly tau2: number;
  readonly logLikelihood: number | null;
  /** Test of all coefficients except the intercept; `null` without moderators. */
  readonly omnibus: OmnibusTest | null;
  readonly columns: ModeratorDesign;
  /** Coefficients and covariance of the standardised columns. */
  readonly ofColumns: { readonly beta: readonly number[]; readonly vcov: Float64Array };
}

/** χ²(df), or F(df, df2) when `df2` is given. */
export interface OmnibusTest {
  readonly statistic: number;
  readonly df: number;
  readonly df2: number | null;
  readonly pValue: number;
}

export interface GlmmRegression extends Regression {
  readonly fit: GlmmFit;
  readonly heterogeneity: GlmmHeterogeneity;
}

export interface InverseVarianceRegression extends Regression {
  readonly fit: MixedModelFit;
  /** Share of τ² that the moderators explain, percent; `null` if there was none. */
  readonly r2: number | null;
}

/**
 * Meta-regression by the binomial–normal model (Stijnen et al. 2010): logit pᵢ ~ N(xᵢβ, τ²) with
 * the same τ² for all studies. Wald tests against the normal distribution or, for few studies, t(k
 * − p).
 *
 * A relation between studies need not hold between patients ("ecological"), and with few studies a
 * relation may be chance. Ten studies per moderator is the usual minimum (Cochrane Handbook, sec.
 * 10.11.5).
 *
 * @throws RangeError for invalid counts, moderators or level.
 */
export function regressGlmm(
  studies: readonly Study[],
  moderators: readonly Moderator[],
  { level = 0.95, test = "z" }: { readonly level?: number; readonly test?: "z" | "t" } = {},
): GlmmRegression | { readonly status: GlmmFailure } {
  checkLevel(level);
  checkStudies(studies);
  const columns = moderatorDesign(studies.length, moderators);
  const fit = fitGlmm(studies, columns.design);
  if (!isFit(fit)) return { status: fit.status };
  const reference = test === "z" ? NORMAL : studentT(columns.design.k - columns.design.p);
  return {
    ...table(columns, fit.beta, fit.vcov, reference, level),
    status: fit.status,
    tau2: fit.tau * fit.tau,
    logLikelihood: fit.logLikelihood,
    fit,
    heterogeneity: glmmHeterogeneity(fit),
  };
}

/**
 * Likelihood-ratio test of all moderators against the model without them, and the share of τ² that
 * they explain (percent; `null` if there was none). `null` if the model without them has no
 * maximum, or if there are no moderators.
 */
export function testModerators({ fit, tau2 }: GlmmRegression): {
  readonly statistic: number;
  readonly pValue: number;
  readonly r2: number | null;
} | null {
  const { studies, design } = fit.data;
  const without = fitGlmm(studies, interceptOnly(studies.length));
  if (!isFit(without) || design.p === 1) return null;
  const statistic = Math.max(0, 2 * (fit.logLikelihood - without.logLikelihood));
  return {
    statistic,
    pValue: chiSquaredTail(statistic, design.p - 1),
    r2: explained(tau2, without.tau * without.tau),
  };
}

/**
 * Likelihood-ratio limits of a slope or contrast, in its units; `null` if they are not reached.
 *
 * @param name its name in the table of coefficients
 * @throws RangeError for a name that is not in the table, or for the intercept: its limits would be
 *   those of a study with every covariate at 0.
 */
export function profileCoefficient(
  { fit, columns }: GlmmRegression,
  name: string,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | null {
  const index = columns.terms.findIndex((term) => term.name === name);
  const term = columns.terms[index];
  if (term === undefined) {
    const names = columns.terms.map((known) => known.name).join(", ");
    throw new RangeError(`coefficient must be one of ${names}, got ${name}`);
  }
  const limits = profileInterval(fit, index + 1, { level });
  return limits && [limits[0] / term.scale, limits[1] / term.scale];
}

/**
 * Meta-regression of logits with inverse-variance weights (metafor's `rma` with `mods`).
 *
 * @throws RangeError for invalid counts, moderators or level.
 */
export function regressInverseVariance(
  studies: readonly Study[],
  moderators: readonly Moderator[],
  options: FitOptions & { readonly correction: ContinuityCorrection },
):
  | InverseVarianceRegression
  | EffectUndefined
  | NoResidualVariation
  | { readonly status: "no-cohorts" | "rank-deficient" } {
  const { level = 0.95 } = options;
  checkLevel(level);
  checkStudies(studies);
  if (studies.length === 0) return { status: "no-cohorts" };
  const columns = moderatorDesign(studies.length, moderators);
  if (!hasFullRank(columns.design)) return { status: "rank-deficient" };
  const sizes = effectSizes(studies, LOGIT_TRANSFORM, options.correction);
  if (sizes.status !== "ok") return sizes;
  const model = (design: Design): MixedModelData => ({
    yi: sizes.effects.map(({ yi }) => yi),
    vi: sizes.effects.map(({ vi }) => vi),
    design,
  });
  const fit = fitMixedModel(model(columns.design), options);
  if (fit.status !== "ok") return fit;
  const without = TAU2_ESTIMATORS[options.method](model(interceptOnly(studies.length)));
  return {
    ...table(columns, fit.beta, fit.vcov, fit.reference, level),
    status: "ok",
    tau2: fit.tau2,
    logLikelihood: fit.logLikelihood,
    r2: explained(fit.tau2, without),
    fit,
  };
}

function explained(tau2: number, without: number): number | null {
  return without > 0 ? 100 * Math.max(0, 1 - tau2 / without) : null;
}

function table(
  columns: ModeratorDesign,
  ofColumns: readonly number[],
  vcovOfColumns: Float64Array,
  reference: ReferenceDistribution,
  level: number,
): Omit<Regression, "status" | "tau2" | "logLikelihood"> {
  const { beta, vcov } = inUnits(columns, ofColumns, vcovOfColumns);
  const p = beta.length;
  const quantile = reference.quantile(level);
  const names = ["intercept", ...columns.terms.map(({ name }) => name)];
  return {
    coefficients: beta.map((estimate, j) => {
      const se = Math.sqrt(read(vcov, j * p + j));
      return {
        name: names[j] ?? "",
        estimate,
        se,
        statistic: estimate / se,
        pValue: reference.pValue(estimate / se),
        interval: waldInterval(estimate, se, quantile),
      };
    }),
    vcov,
    reference,
    omnibus: omnibusTest(ofColumns, vcovOfColumns, reference.df),
    columns,
    ofColumns: { beta: ofColumns, vcov: vcovOfColumns },
  };
}

/** β′V⁻¹β for the coefficients after the intercept. It does not depend on the units. */
function omnibusTest(
  beta: readonly number[],
  vcov: Float64Array,
  df2: number | null,
): OmnibusTest | null {
  const p = beta.length;
  const df = p - 1;
  const block = new Float64Array(df * df);
  for (let a = 0; a < df; a += 1) {
    block.set(vcov.subarray((a + 1) * p + 1, (a + 2) * p), a * df);
  }
  const solved = df > 0 ? invertPositiveDefinite(block, df) : null;
  if (solved === null) return null;
  const square = quadraticForm(solved.inverse, beta.slice(1));
  const statistic = df2 === null ? square : square / df;
  return {
    statistic,
    df,
    df2,
    pValue: df2 === null ? chiSquaredTail(square, df) : fTail(statistic, df, df2),
  };
}
