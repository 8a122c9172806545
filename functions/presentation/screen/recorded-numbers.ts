/** The numbers of a row as the history of the data keeps them: of 100, with one decimal. */
import type { Interval, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { Shown, ShownPool } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

type Recorded = Pick<Pool, "k" | "n" | "estimate" | "interval">;

interface Row extends Pick<OutcomeComparison, "contrasts"> {
  readonly pools: Readonly<Record<TherapyClass, Recorded>>;
}

export function recordedNumbers({ pools, contrasts: [contrast] }: Row): Shown {
  const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
  return {
    "car-t": poolOf(pools["car-t"]),
    bsab: poolOf(pools.bsab),
    difference:
      differencePer100 === null || differenceInterval === null
        ? null
        : { per100: tenths(differencePer100), interval: each(differenceInterval, 1) },
  };
}

function poolOf({ k, n, estimate, interval }: Recorded): ShownPool | null {
  if (estimate === null || interval === null) return null;
  return { k, n, rate: tenths(100 * estimate), interval: each(interval, 100) };
}

function each([lower, upper]: Interval, times: number): [number, number] {
  return [tenths(times * lower), tenths(times * upper)];
}

/** One decimal. The sum with 0 makes 0 of -0. */
function tenths(value: number): number {
  return Number(value.toFixed(1)) + 0;
}
