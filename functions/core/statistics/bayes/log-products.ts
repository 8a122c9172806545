import { read } from "../read.ts";

const SMALL = 1e-200;

/**
 * Sums of logarithms, one per cell. The factors are multiplied, and a logarithm is taken only when
 * a product gets small and at the end, because a logarithm costs as much as computing a factor.
 */
export interface LogProducts {
  readonly logs: Float64Array;
  readonly products: Float64Array;
}

export function logProducts(logs: Float64Array): LogProducts {
  return { logs, products: new Float64Array(logs.length).fill(1) };
}

/** Multiplies cell `m` by `factor`^`copies`, 0 ≤ factor ≤ 1e50. */
export function multiply(
  { logs, products }: LogProducts,
  m: number,
  factor: number,
  copies: number,
): void {
  for (let copy = 0; copy < copies; copy += 1) {
    const product = read(products, m) * factor;
    if (product > SMALL && product < 1 / SMALL) {
      products[m] = product;
    } else {
      logs[m] = read(logs, m) + Math.log(product);
      products[m] = 1;
    }
  }
}

/** Returns the sums. Overwrites `logs`. */
export function totals({ logs, products }: LogProducts): Float64Array {
  for (let m = 0; m < logs.length; m += 1) logs[m] = read(logs, m) + Math.log(read(products, m));
  return logs;
}
