/**
 * Finds the code that says how sure the difference between the two classes is, or why a row has none, as one code.
 * Words of a row, of the report and of copied texts are made of it, so that all say the same.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Pool, Row, RowStatus } from "./answer.ts";
import { isComputed, leastChecks } from "./checks.ts";
import { findingOf } from "./contrast.ts";

/** States the least share of checks that hold in a row whose difference mostly holds. */
const mostly = 3 / 4;

const noChecks = { checksHold: null, checksComputed: null, reason: null } as const;

/** The comparison of the question, and the groups that have cohorts. */
interface StatusContext {
  readonly query: Pick<Query, "compare">;
  readonly selection: { readonly included: readonly { readonly group: string }[] };
}

/**
 * Returns the status of a row; `null` for groups other than the classes. Call it after medians and months were
 * added.
 */
export function statusOf(
  row: Omit<Row<string>, "status">,
  { query, selection }: StatusContext,
): Row["status"] {
  if (query.compare !== usualDimension) return null;
  const present = therapyClasses.filter((group) =>
    selection.included.some((cohort) => cohort.group === group),
  );
  const pools = therapyClasses.flatMap((group) => row.pools[group] ?? []);
  if (present.some((group) => !row.appliesTo.includes(group))) return of("not-for");
  if (!pools.some(isReported)) return of("not-reported");
  if (present.length < therapyClasses.length) return of("one-class");
  const [contrast] = row.contrasts;
  if (contrast?.status === "ok") return statusOfDifference(contrast);
  const numbers = pools.filter(({ estimate }) => estimate !== null).length;
  if (numbers === 0) return of("by-drug");
  if (numbers < therapyClasses.length) return of("not-compared", "no-number");
  return of("not-compared", contrast?.status ?? null);
}

function of(code: RowStatus["code"], reason: RowStatus["reason"] = null): RowStatus {
  return { ...noChecks, code, reason };
}

function statusOfDifference(contrast: Row<string>["contrasts"][number]): RowStatus {
  const finding = findingOf(contrast);
  if (finding === null) return of("not-compared", "intervals-disagree");
  if (finding === 0) return of("unclear");
  const checks = (contrast.checks ?? []).filter(isComputed);
  const checksComputed = checks.length;
  const checksHold = checks.filter(({ status }) => status === "holds").length;
  return {
    code: codeOfChecks(checksHold, checksComputed),
    checksHold,
    checksComputed,
    reason: null,
  };
}

function codeOfChecks(holds: number, checkCount: number): RowStatus["code"] {
  if (checkCount < leastChecks) return "few";
  if (holds === checkCount) return "holds";
  return holds >= mostly * checkCount ? "mostly" : "unclear-in";
}

/**
 * Returns whether any trial of a class says anything of the outcome: a count, a percentage, a median or a
 * bound.
 */
function isReported(pool: Pool): boolean {
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
