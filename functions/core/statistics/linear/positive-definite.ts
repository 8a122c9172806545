/** Holds the inverse and the log determinant of a symmetric positive definite matrix. */
export interface PositiveDefinite {
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

/** A pivot that is a smaller share of its diagonal element is only rounding error. */
const SINGULAR = 1e-12;

/**
 * Returns the Cholesky factor L of a symmetric p × p matrix A = LL′, row-major, lower triangle; `null` unless A is
 * positive definite (Golub & Van Loan 2013, sec. 4.2).
 */
function cholesky(matrix: Float64Array, p: number): Float64Array | null {
  const factor = new Float64Array(p * p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * p + j] as number;
      for (let m = 0; m < j; m += 1) {
        sum -= (factor[i * p + m] as number) * (factor[j * p + m] as number);
      }
      if (i === j) {
        if (!(sum > SINGULAR * Math.abs(matrix[i * p + i] as number))) return null;
        factor[i * p + i] = Math.sqrt(sum);
      } else {
        factor[i * p + j] = sum / (factor[j * p + j] as number);
      }
    }
  }
  return factor;
}

/** Returns the inverse of a symmetric matrix and its log determinant; `null` unless it is positive definite. */
export function invertPositiveDefinite(matrix: Float64Array, p: number): PositiveDefinite | null {
  const factor = cholesky(matrix, p);
  if (factor === null) return null;
  let logDeterminant = 0;
  for (let i = 0; i < p; i += 1) logDeterminant += 2 * Math.log(factor[i * p + i] as number);
  const inverse = new Float64Array(p * p);
  for (let j = 0; j < p; j += 1) {
    // Column j of the inverse solves L c = e_j, then L′ x = c.
    for (let i = j; i < p; i += 1) {
      let sum = i === j ? 1 : 0;
      for (let m = j; m < i; m += 1) {
        sum -= (factor[i * p + m] as number) * (inverse[m * p + j] as number);
      }
      inverse[i * p + j] = sum / (factor[i * p + i] as number);
    }
    for (let i = p - 1; i >= 0; i -= 1) {
      let sum = i >= j ? (inverse[i * p + j] as number) : 0;
      for (let m = i + 1; m < p; m += 1) {
        sum -= (factor[m * p + i] as number) * (inverse[m * p + j] as number);
      }
      inverse[i * p + j] = sum / (factor[i * p + i] as number);
    }
  }
  return { inverse, logDeterminant };
}

/** Returns the product of a p × p row-major matrix and the vector x. */
export function multiplyVector(matrix: Float64Array, x: ArrayLike<number>): Float64Array {
  const p = x.length;
  const product = new Float64Array(p);
  for (let a = 0; a < p; a += 1) {
    let sum = 0;
    for (let b = 0; b < p; b += 1) sum += (matrix[a * p + b] as number) * (x[b] as number);
    product[a] = sum;
  }
  return product;
}

/** Returns x′ A x for a p × p row-major matrix A. */
export function quadraticForm(matrix: Float64Array, x: ArrayLike<number>): number {
  const product = multiplyVector(matrix, x);
  let sum = 0;
  for (let a = 0; a < x.length; a += 1) sum += (product[a] as number) * (x[a] as number);
  return sum;
}

/** Returns trace(A · B) of two symmetric p × p matrices. */
export function productTrace(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
