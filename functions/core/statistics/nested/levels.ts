/** A standard deviation at which the model is evaluated. */
export interface Level {
  readonly sigma: number;
  /** The points of the axis that it stands for, and its share of each. */
  readonly points: readonly { readonly sigma: number; readonly share: number }[];
}

/**
 * A logarithmic axis, σ = smallest · exp(i · step), on which the trapezoidal rule converges
 * exponentially. Below the smallest σ the likelihood is linear in σ², so all these points are shared
 * by the smallest σ and 0.
 */
export function levels(smallest: number, largest: number, step: number): Level[] {
  const count = Math.ceil(Math.log(largest / smallest) / step) + 1;
  const below = Array.from({ length: Math.ceil(9 / step) }, (_, i) => -(i + 1) * step);
  const shared = (share: (ratio: number) => number): Level["points"] =>
    below.map((log) => ({ sigma: smallest * Math.exp(log), share: share(Math.exp(2 * log)) }));
  const above = Array.from({ length: count }, (_, i): Level => {
    const sigma = smallest * Math.exp(i * step);
    const own = { sigma, share: 1 };
    return { sigma, points: i === 0 ? [own, ...shared((ratio) => ratio)] : [own] };
  });
  return [{ sigma: 0, points: shared((ratio) => 1 - ratio) }, ...above];
}
