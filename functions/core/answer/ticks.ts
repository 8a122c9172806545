/** Where the trials of a class lie on its bar, and where another trial would: numbers for drawing. */
import type { Interval, Pool } from "./answer.ts";

/** More ticks than these cannot be told apart on a bar. */
const mostTicks = 12;

export interface Ticks {
  /**
   * Rates from 0 to 1, ascending: `trials` has one for each; `summary` has the smallest, the first quartile,
   * the median, the third quartile and the largest of more than twelve.
   */
  readonly of: "trials" | "summary";
  readonly rates: readonly number[];
}

/**
 * The trials of the number and the small ones beside it. The other kind of regimen is another bar.
 */
export function ticksOf({ studies, smaller = [] }: Pick<Pool, "studies" | "smaller">): Ticks {
  const rates = [...studies, ...smaller].map(({ estimate }) => estimate).sort((a, b) => a - b);
  return rates.length <= mostTicks
    ? { of: "trials", rates }
    : { of: "summary", rates: [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(rates, share)) };
}

/**
 * The quantile of ascending numbers, linear between the two nearest (type 7 of R).
 *
 * @param share from 0 to 1
 */
function quantile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share;
  const before = Math.floor(place);
  const low = ascending[before] ?? Number.NaN;
  const high = ascending[before + 1] ?? low;
  return low + (place - before) * (high - low);
}

/** Of two trials the spread says too little of where another would lie. */
const leastOfPrediction = 3;

/** Where the rate of another trial would lie with 95 % probability; `null` of fewer than three trials. */
export function predictionOf({
  studies,
  predictionInterval,
}: Pick<Pool, "studies" | "predictionInterval">): Interval | null {
  return studies.length >= leastOfPrediction ? predictionInterval : null;
}
