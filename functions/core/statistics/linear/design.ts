import { makeZeros } from "../special/arithmetic.ts";
import { invertPositiveDefinite } from "./positive-definite.ts";

/** Describes a design matrix, row-major: a row per study, a column per coefficient, the intercept first. */
export interface Design {
  /** `k` is the number of rows, one per study. */
  readonly k: number;
  /** `p` is the number of columns, one per coefficient. */
  readonly p: number;
  readonly values: Float64Array;
}

/** Returns a design with one coefficient, which is the same for all studies. */
export function makeInterceptDesign(k: number): Design {
  return { k, p: 1, values: makeZeros(k).fill(1) };
}

/** Returns a design with an intercept and one further column per covariate, in the order given. */
export function makeCovariateDesign(k: number, covariates: readonly ArrayLike<number>[]): Design {
  const p = covariates.length + 1;
  const values = makeZeros(k * p);
  for (let i = 0; i < k; i += 1) {
    values[i * p] = 1;
    covariates.forEach((covariate, j) => {
      values[i * p + j + 1] = covariate[i] as number;
    });
  }
  return { k, p, values };
}

/** Returns X′WX for weights `w`, p × p row-major. */
export function weightedCrossProduct({ k, p, values }: Design, w: ArrayLike<number>): Float64Array {
  const product = makeZeros(p * p);
  for (let i = 0; i < k; i += 1) {
    const row = i * p;
    const weight = w[i] as number;
    for (let a = 0; a < p; a += 1) {
      const scaled = weight * (values[row + a] as number);
      for (let b = 0; b <= a; b += 1) {
        product[a * p + b] = (product[a * p + b] as number) + scaled * (values[row + b] as number);
      }
    }
  }
  for (let a = 0; a < p; a += 1) {
    for (let b = a + 1; b < p; b += 1) product[a * p + b] = product[b * p + a] as number;
  }
  return product;
}

/** Returns Xβ. */
export function linearPredictors({ k, p, values }: Design, beta: ArrayLike<number>): Float64Array {
  const eta = makeZeros(k);
  for (let i = 0; i < k; i += 1) {
    let sum = 0;
    for (let j = 0; j < p; j += 1) sum += (values[i * p + j] as number) * (beta[j] as number);
    eta[i] = sum;
  }
  return eta;
}

export function hasFullRank(design: Design): boolean {
  const ones = makeZeros(design.k).fill(1);
  return (
    design.k >= design.p &&
    invertPositiveDefinite(weightedCrossProduct(design, ones), design.p) !== null
  );
}
