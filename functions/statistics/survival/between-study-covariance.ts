import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { read } from "../read.ts";
import type { ConditionalSurvival } from "./conditional-survival.ts";

/**
 * Multivariate DerSimonian–Laird estimate of the between-study covariance of the first `times`
 * conditional survivals (Jackson, White & Thompson 2010, Stat Med 29:1282–1297), before it is made
 * a covariance matrix. Entry (i, j), over the studies that observe both times:
 *
 * (Σ w (yᵢ − ȳᵢ)(yⱼ − ȳⱼ) − c) / (Σw − Σw² / Σw), w = 1 / √(vᵢ vⱼ), ȳ weighted by w,
 *
 * with c = studies − 1 on the diagonal and 0 off it, where sampling errors are independent. It is
 * 0 where fewer than two studies observe both times.
 */
export function momentMatrix(studies: readonly ConditionalSurvival[], times: number): Matrix {
  const moments = Matrix.zeros(times, times);
  for (let i = 0; i < times; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const moment = momentOf(studies, i, j);
      moments.set(i, j, moment).set(j, i, moment);
    }
  }
  return moments;
}

/** Entry (i, j) of the moment matrix, j ≤ i. */
function momentOf(studies: readonly ConditionalSurvival[], i: number, j: number): number {
  const cells = studies
    .filter(({ y }) => y.length > i)
    .map(({ y, variances }) => ({
      weight: 1 / Math.sqrt(read(variances, i) * read(variances, j)),
      yi: read(y, i),
      yj: read(y, j),
    }));
  if (cells.length < 2) return 0;
  const total = (value: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((sum, cell) => sum + value(cell), 0);
  const weights = total(({ weight }) => weight);
  const meanI = total(({ weight, yi }) => weight * yi) / weights;
  const meanJ = total(({ weight, yj }) => weight * yj) / weights;
  const q = total(({ weight, yi, yj }) => weight * (yi - meanI) * (yj - meanJ));
  const expected = i === j ? cells.length - 1 : 0;
  return (q - expected) / (total(({ weight }) => weight * (weights - weight)) / weights);
}

/**
 * The symmetric matrix with its negative eigenvalues set to 0: the nearest one that can be a
 * covariance matrix (Jackson, White & Thompson 2010).
 */
export function positiveSemidefinite(symmetric: Matrix): Matrix {
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const root = eigenvectorMatrix.mulRowVector(
    realEigenvalues.map((value) => Math.sqrt(Math.max(0, value))),
  );
  return root.mmul(root.transpose());
}
