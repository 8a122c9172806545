/** Rates of trials for a drawing, which has room for a dozen of them. */
import type { Study } from "./answer.ts";

const most = 12;

/** Rates of 0 to 1 in order; of more than twelve trials the smallest, the quartiles and the largest. */
export function ticksOf(studies: readonly Pick<Study, "estimate">[]): number[] {
  const rates = studies.map(({ estimate }) => estimate).sort((a, b) => a - b);
  if (rates.length <= most) return rates;
  const at = (share: number) => rates[Math.round(share * (rates.length - 1))] ?? 0;
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}
