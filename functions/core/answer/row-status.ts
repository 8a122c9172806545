/**
 * Finds the code that says how sure the difference between the two classes is, or why a row has none, as one code.
 * Words of a row, of the report and of copied texts are made of it, so that all say the same.
 */
import { pick } from "#data/lists-and-objects.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { isComputedAnalysis, leastAnalyses } from "./analyses.ts";
import type { Analysis, Pool, Row, RowStatus } from "./answer.ts";
import { judgeSideOfZero } from "./contrast.ts";
import { listFiguresByTrial } from "./figures-of-trials.ts";

/** A difference of fewer trials on a side is never consistent. */
const leastTrials = 3;

const noDifference = {
  keeps: null,
  made: null,
  reason: null,
  limit: null,
  obstacle: null,
} as const;

/** Holds the comparison of the question, and the groups that have cohorts. */
interface StatusContext {
  readonly query: Pick<Query, "compare">;
  readonly selection: { readonly included: readonly { readonly group: string }[] };
}

/**
 * Returns the status of a row; `null` for groups other than the classes. Call it after medians and months were
 * added.
 */
export function judgeRowStatus(
  row: Omit<Row<string>, "status">,
  { query, selection }: StatusContext,
): Row["status"] {
  if (query.compare !== usualDimension) return null;
  const present = therapyClasses.filter((group) =>
    selection.included.some((cohort) => cohort.group === group),
  );
  const pools = therapyClasses.flatMap((group) => row.pools[group] ?? []);
  if (present.some((group) => !row.appliesTo.includes(group)))
    return makeStatusWithoutDifference("not-for");
  if (!pools.some(isOutcomeReportedInPool)) return makeStatusWithoutDifference("not-reported");
  if (present.length < therapyClasses.length) return makeStatusWithoutDifference("one-class");
  const [contrast] = row.contrasts;
  if (contrast?.status === "ok") return judgeDifferenceStatus(contrast, pools);
  const numbers = pools.filter(({ estimate }) => estimate !== null).length;
  if (numbers === 0) return makeStatusWithoutDifference("by-drug");
  // A side of one drug in two trials has figures, but no number.
  const isWithoutFigure = numbers < therapyClasses.length && contrast?.status === "not-estimable";
  const obstacle = isWithoutFigure ? "no-number" : (contrast?.status ?? null);
  return makeStatusWithoutDifference("not-compared", obstacle);
}

function makeStatusWithoutDifference(
  code: RowStatus["code"],
  obstacle: RowStatus["obstacle"] = null,
): RowStatus {
  return { ...noDifference, code, obstacle };
}

function judgeDifferenceStatus(
  contrast: Row<string>["contrasts"][number],
  pools: readonly Pool[],
): RowStatus {
  const finding = judgeSideOfZero(contrast);
  if (finding === null) return makeStatusWithoutDifference("not-compared", "intervals-disagree");
  if (finding === 0) return makeStatusWithoutDifference("unclear");
  const analyses = contrast.analyses ?? [];
  const made = analyses.filter(isComputedAnalysis);
  const lost = made.filter(({ status }) => status === "loses");
  const limit = lost.length > 0 ? null : findReasonAgainstConsistency(analyses, made.length, pools);
  return {
    ...noDifference,
    code: lost.length > 0 || limit !== null ? "depends" : "consistent",
    keeps: made.length - lost.length,
    made: made.length,
    limit,
    reason: findMainAnalysisLosingDifference(lost, finding),
  };
}

/**
 * Returns the analysis that counts most among those that lose the difference: all apheresed, which is the fairest count,
 * else the one that leaves the smallest difference.
 */
function findMainAnalysisLosingDifference(
  lost: readonly Analysis[],
  finding: -1 | 1,
): RowStatus["reason"] {
  const size = ({ differencePer100 }: Analysis) =>
    differencePer100 === null ? Number.POSITIVE_INFINITY : finding * differencePer100;
  const [smallest] = [...lost].sort((a, b) => size(a) - size(b));
  const heaviest = lost.find(({ analysis }) => analysis === "apheresed") ?? smallest;
  return heaviest
    ? pick(heaviest, ["analysis", "variant", "differencePer100", "differenceInterval"])
    : null;
}

/** Returns why a difference that every analysis keeps is not consistent; `null` if it is. */
function findReasonAgainstConsistency(
  analyses: readonly Analysis[],
  made: number,
  pools: readonly Pool[],
): RowStatus["limit"] {
  if (made < leastAnalyses) return "few-analyses";
  if (pools.some((pool) => listFiguresByTrial(pool).length < leastTrials)) return "two-trials";
  const find = (name: Analysis["analysis"]) => analyses.find(({ analysis }) => analysis === name);
  const apheresed = find("apheresed");
  if (apheresed && !isComputedAnalysis(apheresed)) return "apheresed-not-found";
  const product = find("product");
  return product && isComputedAnalysis(product) && product.made === product.total
    ? null
    : "not-each-drug";
}

/**
 * Returns whether any trial of a class says anything of the outcome: a count, a percentage, a median or a
 * bound.
 */
function isOutcomeReportedInPool(pool: Pool): boolean {
  const { k, otherRegimen, broader, narrower, labelPools, medians, notReached, months } = pool;
  return (
    k > 0 ||
    otherRegimen !== null ||
    [broader, narrower, labelPools, medians, notReached, months].some(
      (list) => (list?.length ?? 0) > 0,
    ) ||
    pool.notPooled.some(({ events, percentPrinted }) => events !== null || percentPrinted !== null)
  );
}
