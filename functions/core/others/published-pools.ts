/**
 * Selects the published pools for a row: those of the same outcome and class, of the same lines, given alone as
 * they are; where all lie on one side of ours, and which survival our trials do not allow.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Pool, PublishedRates } from "../answer/answer.ts";
import { groupBy } from "../evidence/group-by.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import { makePropertyName } from "../question/parameter-names.ts";
import { filterNames, lookUpParameter } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import type { PooledResult, PublishedPool } from "./published-gate.ts";
import { findRateContradiction, listSurvivalBounds } from "./published-survival.ts";

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

export function makePublishedRates(
  { outcome, query, pools: ours, cohortsOf }: RowOfQuestion,
  all: readonly PublishedPool[],
): PublishedRates {
  const fitting = all
    .filter((pool) => pool.outcome === outcome && isPoolShownBesideRow(pool, query))
    .sort(makePoolComparator(query));
  const ofClass = (group: TherapyClass): PooledResult[] => {
    const results = fitting.filter(({ therapyClass }) => therapyClass === group);
    // Of several results of one publication, the one most like the question is kept.
    return groupBy(results, ({ publication }) => publication).map(
      ([{ outcome: _, therapyClass, ...pool }]) => pool,
    );
  };
  const pools = { "car-t": ofClass("car-t"), bsab: ofClass("bsab") };
  return {
    pools,
    outside: therapyClasses.flatMap((group) =>
      listRatesOutsidePublished(group, pools[group], ours[group]),
    ),
    contradicted: therapyClasses.flatMap((group) => {
      const trials = listSurvivalBounds(outcome, ours[group], cohortsOf);
      return pools[group].flatMap(({ publication, estimate }) => {
        const contradicting = estimate === null ? null : findRateContradiction(estimate, trials);
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
 * Returns on which side of every published rate ours lies, in whole patients of 100; empty if it lies among them or
 * is of one trial.
 */
function listRatesOutsidePublished(
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
 * Returns whether a pool stands next to the row. The question of a published set shows what the set printed.
 * Every other question shows pools of the same patients: no class average next to single products, a part of the
 * patients or other denominators.
 */
function isPoolShownBesideRow(pool: PublishedPool, query: Query): boolean {
  const { therapyClass, compare } = query;
  if (compare !== "therapy-class") return false;
  if (therapyClass !== "both" && therapyClass !== pool.therapyClass) return false;
  if (pool.publication === query.set) return true;
  return (
    pool.definition === "ours" &&
    isQuestionAboutWholeClasses(query) &&
    hasAskedPriorLines(pool, query) &&
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
 * Returns whether a pool fits the lines of a question. A pool without an upper limit of prior lines stands for
 * late patients: nearly all trials of these products were late. One with a limit of four or fewer is of early
 * ones, one without any limit of both.
 */
function hasAskedPriorLines({ priorLines }: PublishedPool, { lines }: Query): boolean {
  const [fewest, most] = priorLines ?? [null, null];
  if (lines === "1" || lines === "2") return most !== null && most <= 4;
  return most === null && (lines === "3+" || fewest === null);
}

function nameQuestionTarget({ target: [only, ...further] }: Query): string {
  return only === undefined || only === "any" || further.length > 0 ? "mixed" : only;
}

/**
 * Returns the order of pools: the paper that the question repeats, then the pools most like the question, then the
 * newest.
 */
function makePoolComparator(query: Query) {
  const isOfSet = ({ publication }: PublishedPool) => Number(publication === query.set);
  const like = ({ target, evidence, priorLines }: PublishedPool) =>
    Number(target === nameQuestionTarget(query)) +
    Number(evidence === query.evidence) +
    Number(query.lines === "3+" && priorLines?.[0] === 3);
  return (a: PublishedPool, b: PublishedPool) =>
    isOfSet(b) - isOfSet(a) ||
    like(b) - like(a) ||
    chooseSearchDate(b).localeCompare(chooseSearchDate(a)) ||
    a.publication.localeCompare(b.publication) ||
    (b.k ?? 0) - (a.k ?? 0);
}

const chooseSearchDate = ({ searchedTo, year }: PublishedPool) => searchedTo ?? String(year ?? "");
