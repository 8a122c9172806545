/**
 * Finds the code that says what the trials of a row show, or why a row has no difference, and the analysis that would
 * change the difference. Words of a row, of the report and of copied texts are made of it, so that all say the same.
 */
import { pick } from "#data/lists-and-objects.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Analysis, Contrast, Pool, Row, RowStatus } from "./answer.ts";
import { judgeApart, listSideByTrial, summariseRanges } from "./apart.ts";
import { judgeSideOfZero } from "./contrast.ts";

/** Holds the comparison of the question, and the groups that have cohorts. */
interface StatusContext {
  readonly query: Pick<Query, "compare">;
  readonly selection: { readonly included: readonly { readonly group: string }[] };
}

type JudgedRow = Omit<Row<string>, "status">;

/**
 * Returns the status of a row; `null` for groups other than the classes. Call it after medians and months and the counts
 * of all apheresed were added.
 *
 * @param isApartOverAll Returns whether the trials are apart with every labelled drug, too.
 */
export function judgeRowStatus(
  row: JudgedRow,
  { query, selection }: StatusContext,
  isApartOverAll: () => boolean = () => true,
): RowStatus | null {
  if (query.compare !== usualDimension) return null;
  const present = therapyClasses.filter((group) =>
    selection.included.some((cohort) => cohort.group === group),
  );
  const status: RowStatus = {
    code: "overlap",
    obstacle: null,
    ranges: summariseRanges(row),
    onlySelected: false,
    changedBy: null,
  };
  const pools = therapyClasses.flatMap((group) => row.pools[group] ?? []);
  if (present.some((group) => !row.appliesTo.includes(group)))
    return { ...status, code: "not-for" };
  if (!pools.some(isOutcomeReportedInPool)) return { ...status, code: "not-reported" };
  if (present.length < therapyClasses.length) return { ...status, code: "one-class" };
  const [contrast] = row.contrasts;
  if (contrast?.status === "ok") {
    const side = judgeSideOfZero(contrast);
    if (side === null) return { ...status, code: "not-compared", obstacle: "intervals-disagree" };
    const isApart = areTrialsApart(row);
    return {
      ...status,
      ...(isApart && { code: "apart", onlySelected: !isApartOverAll() }),
      changedBy: findChangingAnalysis(side, contrast),
    };
  }
  const numbers = pools.filter(({ estimate }) => estimate !== null).length;
  if (numbers === 0) return { ...status, code: "by-drug" };
  if (contrast?.status === "one-trial") return { ...status, code: "one-trial" };
  // A side of one drug in two trials has figures, but no number.
  const isWithoutFigure = numbers < therapyClasses.length && contrast?.status === "not-estimable";
  const obstacle = isWithoutFigure ? "no-number" : (contrast?.status ?? null);
  return { ...status, code: "not-compared", obstacle };
}

function areTrialsApart(row: JudgedRow): boolean {
  const [a, b] = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    return pool ? listSideByTrial(pool, row) : [];
  });
  return a !== undefined && b !== undefined && judgeApart(a, b) !== 0;
}

/**
 * Returns the analysis that counts most among those that take a clear difference to 0: all apheresed, which is the fairest
 * count, else the one that leaves the smallest. Where 0 lies within, the trial without which it does not. Assumptions for
 * most patients change nothing.
 */
function findChangingAnalysis(
  side: -1 | 0 | 1,
  { analyses }: Contrast<string>,
): RowStatus["changedBy"] {
  const changing = (analyses ?? []).filter(
    ({ status, changing: runs }) => status === "made" && runs !== null && runs > 0,
  );
  const find = (name: Analysis["analysis"]) => changing.find(({ analysis }) => analysis === name);
  const size = ({ differencePer100 }: Analysis) => side * (differencePer100 ?? Number.NaN);
  const [smallest] = [...changing].sort((a, b) => size(a) - size(b));
  const found = side === 0 ? find("trial") : (find("apheresed") ?? smallest);
  return found
    ? pick(found, ["analysis", "variant", "differencePer100", "differenceInterval"])
    : null;
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
