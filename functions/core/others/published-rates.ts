/**
 * Selects the published pools for a row, all of products given alone: those of the same outcome, class and lines.
 * Finds where our rate lies outside all of them, and which published survival our trials do not allow.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { parseLandmarkMonth, parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Pool, PublishedRates } from "../answer/answer.ts";
import { selectWithoutOverlap } from "../evidence/overlap.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import { filterNames, lookUpParameter } from "../question/parameter-values.ts";
import { makePropertyName, type Query } from "../question/query.ts";
import type { PooledResult, PublishedPool } from "./published-gate.ts";

/** Fewer published pools than these could all lie on one side of our rate by chance. */
const leastPools = 3;

type Ours = Pick<Pool, "k" | "estimate" | "medians" | "notReached" | "studies">;

interface RowOfQuestion {
  readonly outcome: string;
  readonly query: Query;
  readonly pools: Readonly<Record<TherapyClass, Ours>>;
  /** `cohortsOf` returns the cohorts with the given ids. */
  readonly cohortsOf: (entries: readonly { readonly cohort: string }[]) => readonly ComputeCohort[];
}

/**
 * Returns the published pools that stand beside a row: for each class, of every publication the pool most like the
 * question. Beside them stand the classes whose rate here lies outside all of them, and the pools that our trials
 * contradict.
 */
export function makePublishedRates(
  { outcome, query, pools: ours, cohortsOf }: RowOfQuestion,
  all: readonly PublishedPool[],
): PublishedRates {
  const fitting = all
    .filter((pool) => pool.outcome === outcome && isPoolShownBesideRow(pool, query))
    .sort(makePoolSortComparator(query));
  const ofClass = (group: TherapyClass): PooledResult[] => {
    const results = fitting.filter(({ therapyClass }) => therapyClass === group);
    // A publication with several results is shown with the one most like the question.
    return groupBy(results, ({ publication }) => publication).map(
      ([{ outcome: _, therapyClass, ...pool }]) => pool,
    );
  };
  const pools = { "car-t": ofClass("car-t"), bsab: ofClass("bsab") };
  return {
    pools,
    outside: therapyClasses.flatMap((group) =>
      listPublishedRangeIfRateOutside(group, pools[group], ours[group]),
    ),
    contradicted: therapyClasses.flatMap((group) => {
      const trials = listTrialSurvivalBounds(outcome, ours[group], cohortsOf);
      return pools[group].flatMap(({ publication, estimate }) => {
        const contradicting =
          estimate === null ? null : findContradictionToPublishedRate(estimate, trials);
        if (estimate === null || contradicting === null) return [];
        const { isHigher } = contradicting;
        return {
          group,
          publication,
          estimate,
          isHigher,
          trials: contradicting.trials.map(({ cohort, label, months }) => ({
            cohort,
            label,
            months,
          })),
        };
      });
    }),
  };
}

/**
 * Returns the range of the published rates of a class, in whole patients of 100, and whether ours is higher, if ours
 * lies outside all of them. Empty if it lies among them, if they are fewer than `leastPools`, or if ours is of fewer
 * than two trials.
 */
function listPublishedRangeIfRateOutside(
  group: TherapyClass,
  pools: readonly PooledResult[],
  { k, estimate }: Ours,
): PublishedRates["outside"] {
  const rates = roundPublishedRates(pools);
  if (k < 2 || estimate === null || !isOutsidePublishedRates(roundToPatientsOf100(estimate), rates))
    return [];
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  return [
    {
      group,
      analyses: rates.length,
      lowest,
      highest,
      isHigher: roundToPatientsOf100(estimate) > highest,
    },
  ];
}

/** Rounds a rate, 0 to 1, to whole patients of 100. */
export const roundToPatientsOf100 = (rate: number) => Math.round(100 * rate);

/** Returns the rates of published pools in whole patients of 100, in their order; a pool without a rate is left out. */
export function roundPublishedRates(pools: readonly PooledResult[]): number[] {
  return pools.flatMap(({ estimate }) => (estimate === null ? [] : roundToPatientsOf100(estimate)));
}

/** Returns whether a rate lies below or above all published rates; false if there are too few of these. */
export function isOutsidePublishedRates(rate: number, rates: readonly number[]): boolean {
  return rates.length >= leastPools && (rate < Math.min(...rates) || rate > Math.max(...rates));
}

/**
 * Returns whether a pool stands next to the row. The question of a published set shows what the set printed. Every
 * other question shows pools of the same patients: the average of a class does not stand next to single products, a
 * part of the patients or other denominators.
 */
function isPoolShownBesideRow(pool: PublishedPool, query: Query): boolean {
  const { therapyClass, compare } = query;
  if (compare !== "therapy-class") return false;
  if (therapyClass !== "both" && therapyClass !== pool.therapyClass) return false;
  if (pool.publication === query.set) return true;
  return (
    pool.definition === "ours" &&
    isQuestionAboutWholeClasses(query) &&
    isPoolOfAskedPriorLines(pool, query) &&
    [null, "mixed", nameQuestionTarget(query)].includes(pool.target) &&
    [null, "all", query.evidence].includes(pool.evidence)
  );
}

/** Each of these filters restricts a class to a part of its patients. */
const ranges = filterNames.filter((name) => lookUpParameter(name).form === "range");

function isQuestionAboutWholeClasses(query: Query): boolean {
  const { product, regimen, denominator, definition } = query;
  return (
    product.length === 0 &&
    !isQuestionAfterTherapy(query) &&
    regimen === "monotherapy" &&
    denominator === "treated" &&
    definition === "strict" &&
    ranges.every((name) => query[makePropertyName(name)] === null)
  );
}

/**
 * Returns whether a pool fits the lines of a question. A pool without an upper limit of prior lines stands for late
 * patients: nearly all trials of these products were late. A pool with an upper limit of four or fewer stands for
 * early patients, one without any limit for both.
 */
function isPoolOfAskedPriorLines({ priorLines }: PublishedPool, { lines }: Query): boolean {
  const [fewest, most] = priorLines ?? [null, null];
  if (lines === "1" || lines === "2") return most !== null && most <= 4;
  return most === null && (lines === "3+" || fewest === null);
}

function nameQuestionTarget({ target: [only, ...further] }: Query): string {
  return only === undefined || only === "any" || further.length > 0 ? "mixed" : only;
}

/**
 * Returns a function that compares two pools for sorting: the paper that the question repeats comes first, then the
 * pools most like the question, then the newest.
 */
function makePoolSortComparator(query: Query) {
  const isOfSet = ({ publication }: PublishedPool) => Number(publication === query.set);
  const like = ({ target, evidence, priorLines }: PublishedPool) =>
    Number(target === nameQuestionTarget(query)) +
    Number(evidence === query.evidence) +
    Number(query.lines === "3+" && priorLines?.[0] === 3);
  return (a: PublishedPool, b: PublishedPool) =>
    isOfSet(b) - isOfSet(a) ||
    like(b) - like(a) ||
    chooseSearchDateElseYear(b).localeCompare(chooseSearchDateElseYear(a)) ||
    a.publication.localeCompare(b.publication) ||
    (b.k ?? 0) - (a.k ?? 0);
}

const chooseSearchDateElseYear = ({ searchedTo, year }: PublishedPool) =>
  searchedTo ?? String(year ?? "");

// Checks published survival at a month against our trials. A trial that prints that month gives its value.
// Else the interval of its median bounds it: at most half from the upper limit on, at least half up to the
// lower limit; where the median was not reached, at least half up to its follow-up. Weighted by their
// patients, the trials of a class allow a range, and a printed rate outside of it contradicts them.

/** Adds medians that were not reached, with `months` as `null`. */
type MedianOfPool = Omit<Pool["medians"][number], "months"> & { readonly months: number | null };

/** Holds the bounds of a trial's survival at a month, 0 to 1; `median` is the median from which they follow. */
export interface Bounds {
  readonly n: number;
  readonly least: number;
  readonly most: number;
  readonly median?: MedianOfPool | undefined;
}

/**
 * Returns the bounds that the trials of a class set at the month of an outcome.
 *
 * @param cohortsOf Returns cohorts by their ids; the bounds are weighted by their numbers of patients.
 * @returns Empty for duration of response, whose responders are not counted here.
 */
export function listTrialSurvivalBounds(
  outcome: string,
  { medians, notReached = [], studies }: Pick<Pool, "medians" | "notReached" | "studies">,
  cohortsOf: (entries: readonly { readonly cohort: string }[]) => readonly ComputeCohort[],
): Bounds[] {
  const family = parseSurvivalFamily(outcome);
  if (family === null || family === "dor") return [];
  const printed: MedianOfPool[] = [
    ...medians,
    ...notReached.map((median) => ({ ...median, months: null })),
  ];
  const firstOfEach = groupBy([...studies, ...printed], ({ cohort }) => cohort).map(
    ([first]) => first,
  );
  const withPatients = cohortsOf(firstOfEach).map((cohort) => ({
    cohort,
    n: cohort.n,
    followUpMonths: null,
  }));
  // A pooling of trials is not counted where its parts are.
  return selectWithoutOverlap(withPatients).selection.flatMap(({ cohort: { id }, n }) => {
    const at = studies.find(({ cohort }) => cohort === id)?.estimate;
    const median = printed.find(({ cohort }) => cohort === id);
    if (n === null) return [];
    if (at !== undefined) return [{ n, least: at, most: at }];
    return median
      ? [{ n, ...boundSurvivalAtMonth(parseLandmarkMonth(outcome), median), median }]
      : [];
  });
}

function boundSurvivalAtMonth(month: number, { months, interval, followUpMonths }: MedianOfPool) {
  const [lower, upper] = interval ?? [months === null ? followUpMonths : null, null];
  if (upper !== null && upper <= month) return { least: 0, most: 0.5 };
  return { least: lower !== null && lower >= month ? 0.5 : 0, most: 1 };
}

/**
 * Returns how a published rate contradicts two trials or more, and the medians that show it; `null` if it does
 * not.
 */
export function findContradictionToPublishedRate(rate: number, trials: readonly Bounds[]) {
  const n = trials.reduce((sum, trial) => sum + trial.n, 0);
  const mean = (of: (trial: Bounds) => number) =>
    trials.reduce((sum, trial) => sum + trial.n * of(trial), 0) / n;
  const isHigher = rate > mean(({ most }) => most);
  if (trials.length < 2 || (!isHigher && rate >= mean(({ least }) => least))) return null;
  const contradicting = trials
    .filter(({ least, most }) => (isHigher ? most < 1 : least > 0))
    .flatMap(({ median }) => median ?? []);
  return contradicting.length > 0 ? { isHigher, trials: contradicting } : null;
}
