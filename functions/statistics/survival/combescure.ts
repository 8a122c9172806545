import { EigenvalueDecomposition, LuDecomposition, Matrix } from "ml-matrix";
import { i2FromQ } from "../heterogeneity.ts";
import { checkLevel } from "../level.ts";
import { read } from "../read.ts";
import { momentMatrix, positiveSemidefinite } from "./between-study-covariance.ts";
import { type ConditionalSurvival, conditionalSurvival } from "./conditional-survival.ts";
import { type SummaryCurve, summaryCurve } from "./summary-curve.ts";
import { checkCurves, type SurvivalCurve } from "./survival-curve.ts";

/** When several apply, the first of: no-cohorts, unequal-times, one-cohort. */
export type SurvivalSummary =
  | { readonly status: "no-cohorts" }
  | {
      /** A study lacks a time that others give before its last one. */
      readonly status: "unequal-times";
      /** Indexes of these studies. */
      readonly studies: readonly number[];
    }
  | {
      readonly status: "one-cohort";
      readonly time: readonly number[];
      readonly fixed: SummaryCurve;
    }
  | {
      readonly status: "ok";
      /** The studies' times, ascending; rows and columns of matrices follow them. */
      readonly time: readonly number[];
      /** Without between-study variance. */
      readonly fixed: SummaryCurve;
      readonly random: SummaryCurve;
      /** Between-study covariance of the arcsine conditional survivals, by rows. */
      readonly betweenStudyCov: readonly (readonly number[])[];
      /** The same before its negative eigenvalues were set to 0. */
      readonly momentMatrix: readonly (readonly number[])[];
      /** Weighted squares Σ (y − β)² / v around the fixed-effect β, over studies and times. */
      readonly q: number;
      /**
       * Studies' times counted one by one, less the studies, as the R package RISCA has it.
       * Residual degrees of freedom would be less the different times.
       */
      readonly df: number;
      /** q / df; null when df is 0. */
      readonly h2: number | null;
      /** max(0, 100 (h2 − 1) / h2), percent; null when df is 0. */
      readonly i2: number | null;
    };

/**
 * Distribution-free summary survival curve of a meta-analysis (Combescure, Foucher & Jackson 2014,
 * Stat Med 33:2521–2537; `survival.summary` of the R package RISCA): conditional survivals on the
 * arcsine scale are pooled by generalised least squares, for all times at once, with a multivariate
 * DerSimonian–Laird between-study covariance, and multiplied up to a curve.
 *
 * Studies may end at different times, but up to its last time a study must give all times the
 * others give. A time that one study alone gives has no between-study variance.
 *
 * @param studies one survival curve per study
 * @throws RangeError for an invalid curve or level.
 */
export function combescure(
  studies: readonly SurvivalCurve[],
  { level = 0.95 }: { readonly level?: number } = {},
): SurvivalSummary {
  checkCurves(studies);
  checkLevel(level);
  if (studies.length === 0) return { status: "no-cohorts" };

  const conditional = studies.map(conditionalSurvival);
  const time = [...new Set(conditional.flatMap(({ times }) => times))].sort((a, b) => a - b);
  const unequal = conditional.flatMap(({ times }, study) =>
    times.every((value, index) => value === time[index]) ? [] : [study],
  );
  if (unequal.length > 0) return { status: "unequal-times", studies: unequal };

  const fixed = pool(conditional, Matrix.zeros(time.length, time.length));
  const curve = ({ beta, covariance }: Pooled) => summaryCurve(time, beta, covariance, level);
  if (studies.length === 1) return { status: "one-cohort", time, fixed: curve(fixed) };

  const moments = momentMatrix(conditional, time.length);
  const between = positiveSemidefinite(moments);
  const q = cochranQ(conditional, fixed.beta);
  const df = conditional.reduce((cells, { y }) => cells + y.length, 0) - studies.length;
  return {
    status: "ok",
    time,
    fixed: curve(fixed),
    random: curve(pool(conditional, between)),
    betweenStudyCov: between.to2DArray(),
    momentMatrix: moments.to2DArray(),
    q,
    df,
    h2: df === 0 ? null : q / df,
    i2: i2FromQ(q, df),
  };
}

interface Pooled {
  readonly beta: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * Generalised least squares: β = (Σ P)⁻¹ Σ P y with covariance (Σ P)⁻¹, where P is the inverse of
 * a study's own plus the between-study covariance, at the times the study observes.
 */
function pool(studies: readonly ConditionalSurvival[], between: Matrix): Pooled {
  const information = Matrix.zeros(between.rows, between.rows);
  const weighted = Matrix.zeros(between.rows, 1);
  for (const { y, variances } of studies) {
    const last = y.length - 1;
    const part = precision(variances, between.subMatrix(0, last, 0, last));
    const weightedPart = part.mmul(Matrix.columnVector(y));
    information.setSubMatrix(part.add(information.subMatrix(0, last, 0, last)), 0, 0);
    weighted.setSubMatrix(weightedPart.add(weighted.subMatrix(0, last, 0, 0)), 0, 0);
  }
  const decomposition = new LuDecomposition(information);
  return {
    beta: decomposition.solve(weighted).to1DArray(),
    covariance: decomposition.solve(Matrix.eye(between.rows)).to2DArray(),
  };
}

/**
 * (D + B)⁻¹ = D^−½ (I + D^−½ B D^−½)⁻¹ D^−½ with D = diag(variances), the inverse in the middle by
 * eigenvalues. In large studies D is so small against B, whose rank is not full, that D + B cannot
 * be inverted as it stands.
 */
function precision(variances: readonly number[], between: Matrix): Matrix {
  const scale = variances.map((variance) => 1 / Math.sqrt(variance));
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(
    between.mulRowVector(scale).mulColumnVector(scale),
    { assumeSymmetric: true },
  );
  const root = eigenvectorMatrix
    .mulRowVector(realEigenvalues.map((value) => 1 / Math.sqrt(1 + Math.max(0, value))))
    .mulColumnVector(scale);
  return root.mmul(root.transpose());
}

function cochranQ(studies: readonly ConditionalSurvival[], beta: readonly number[]): number {
  return studies.reduce(
    (total, { y, variances }) =>
      y.reduce((sum, value, j) => sum + (value - read(beta, j)) ** 2 / read(variances, j), total),
    0,
  );
}
