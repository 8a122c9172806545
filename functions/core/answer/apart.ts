/**
 * Tells whether the trials of the two classes lie apart in a row: every rate of one above every rate of the other. It is
 * a description of the ticks and rests on no model; “How sure” on `/methods` prints the rule.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import { enrolledPopulations, isResponseOutcome } from "../evidence/leukapheresed.ts";
import { hasFewPatients } from "../evidence/trials.ts";
import { roundToPatientsOf100 } from "../others/published-rates.ts";
import type { Collected, Pool, Row } from "./answer.ts";
import { sumTrials } from "./figures-of-trials.ts";

interface Tick {
  /** `estimate` is the rate of the trial, 0 to 1, over all its patients. */
  readonly estimate: number;
  readonly n: number | null;
}

/** Holds the trials of a class in a row. */
export interface SideByTrial {
  /** `trials` have one rate each; those of fewer than 30 patients may only forbid. */
  readonly trials: readonly Tick[];
  /** `apheresed` are the known rates of all apheresed; `null` where the row does not count the infused alone. */
  readonly apheresed: readonly Tick[] | null;
}

/** One side needs at least three trials, the other two: two against two are apart by chance once in three. */
export const leastApart = { more: 3, fewer: 2 };

/** Returns 1 if each rate of `a` lies above each rate of `b`, −1 if each lies below, and 0 if they are not apart. */
export function judgeApart(a: SideByTrial, b: SideByTrial): -1 | 0 | 1 {
  const counts = [a, b].map(({ trials }) => listLarge(trials).length);
  if (Math.max(...counts) < leastApart.more || Math.min(...counts) < leastApart.fewer) return 0;
  if (isAbove(a, b)) return 1;
  return isAbove(b, a) ? -1 : 0;
}

/** Compares whole patients of 100, as they are printed. A smaller trial may lie neither between nor on the wrong side. */
function isAbove(upper: SideByTrial, lower: SideByTrial): boolean {
  const lowest = Math.min(...listRates(listLarge(upper.trials)));
  const highest = Math.max(...listRates(listLarge(lower.trials)));
  const isBeyond = (rates: readonly number[] | null, far: (rate: number) => boolean) =>
    rates === null || (rates.length > 0 && rates.every(far));
  const allOf = ({ apheresed }: SideByTrial) => apheresed && listRates(listLarge(apheresed));
  return (
    lowest > highest &&
    listRates(upper.trials).every((rate) => rate >= lowest) &&
    listRates(lower.trials).every((rate) => rate <= highest) &&
    isBeyond(allOf(upper), (rate) => rate > highest) &&
    isBeyond(allOf(lower), (rate) => rate < lowest)
  );
}

const listLarge = <T extends Tick>(trials: readonly T[]) =>
  trials.filter((trial) => !hasFewPatients(trial));

const listRates = (trials: readonly Tick[]) =>
  trials.map(({ estimate }) => roundToPatientsOf100(estimate));

type TickedPool = Pick<Pool, "studies" | "smallTrials"> & {
  readonly intentionToTreat: { readonly collected: Pick<Collected, "cohorts"> | null } | null;
};

/** Returns the trials of a class with their rates, and the known rates of all apheresed of a response. */
export function listSideByTrial(
  { studies, smallTrials = [], intentionToTreat }: TickedPool,
  row: Parameters<typeof isResponseOutcome>[0],
): SideByTrial {
  const counted = [...studies, ...smallTrials];
  const isOfInfused =
    isResponseOutcome(row) &&
    intentionToTreat !== null &&
    counted.some(({ population }) => !enrolledPopulations.has(population));
  const known = new Map(intentionToTreat?.collected?.cohorts.map((count) => [count.cohort, count]));
  const overAll = counted.flatMap((study) => {
    const count = known.get(study.cohort);
    if (enrolledPopulations.has(study.population)) return { ...study, isPrinted: true };
    return count ? { ...study, ...count.collected, isPrinted: !count.assumed } : [];
  });
  // Assumed counts may forbid; alone they show nothing.
  const apheresed = overAll.some(({ isPrinted }) => isPrinted) ? sumTrials(overAll) : [];
  return { trials: sumTrials(counted), apheresed: isOfInfused ? apheresed : null };
}

/** Holds the rate of a trial in whole patients of 100, as it is printed. */
export interface TrialRate {
  readonly label: string;
  readonly rate: number;
}

/** Holds the rates of a class by trial, the lowest first. */
export interface RatesByTrial {
  readonly rates: readonly TrialRate[];
  /** `odd` is a highest rate far above the others, which it leaves in `rates`; `null` if there is none. */
  readonly odd: TrialRate | null;
  /** `silent` is true if not all trials of the class are among the rates. */
  readonly silent: boolean;
}

/** From this many trials on a rate at least as many times the next one stands by itself. */
const leastOdd = { trials: 4, times: 3 };

/** Returns the rates of the trials of 30 patients or more. */
export function listRatesByTrial({ studies, k, selectedTrials }: RatedPool): RatesByTrial {
  const trials = sumTrials(studies);
  const large = listLarge(trials);
  const rates = large
    .map(({ label, estimate }) => ({ label, rate: roundToPatientsOf100(estimate) }))
    .sort((a, b) => a.rate - b.rate);
  const [next, last] = rates.slice(-2);
  const isOdd =
    rates.length >= leastOdd.trials &&
    next !== undefined &&
    last !== undefined &&
    last.rate >= leastOdd.times * Math.max(next.rate, 1);
  const silent = k - (trials.length - large.length) < selectedTrials;
  return { rates, odd: isOdd ? last : null, silent };
}

type RatedPool = Pick<Pool, "studies" | "k" | "selectedTrials">;

/** Returns, by class, the lowest and the highest rate of its trials of 30 patients or more, 0 to 1, and their number. */
export function summariseRanges(row: Pick<Row<string>, "pools">) {
  return Object.fromEntries(
    therapyClasses.flatMap((group) => {
      const pool = row.pools[group];
      const rates = pool ? listLarge(sumTrials(pool.studies)).map(({ estimate }) => estimate) : [];
      if (rates.length === 0) return [];
      const range = { lower: Math.min(...rates), upper: Math.max(...rates), trials: rates.length };
      return [[group, range]];
    }),
  );
}
