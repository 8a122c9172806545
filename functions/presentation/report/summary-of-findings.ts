/**
 * Makes the summary of findings of an answer, the first page of its report: the rows of the screen in their order, then
 * the other harms that lead their group.
 */
import type { Answer, Row } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import { harmGroups, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { listRowsWithoutRatesDrawnAbove } from "../row/arms-above.ts";
import { type CertaintyReason, makeCommonCertaintyReasons } from "../row/certainty-reasons.ts";
import { type Finding, makeFinding } from "../row/finding.ts";
import { listTrialsAboveRows } from "../row/randomised-trials.ts";
import { isRowUnreported } from "../row/row-view.ts";
import type { Screen } from "../views/screen.ts";

export interface SummaryOfFindings {
  /** Lists the classes that have a trial; each has a column. */
  readonly classes: readonly TherapyClass[];
  /** States how certain all rows are, as in "Very low certainty"; empty if one class has the randomised trial above. */
  readonly certainty: string;
  /** Lists the reasons that hold for every row, unless it says otherwise. */
  readonly common: readonly CertaintyReason[];
  readonly rows: readonly SummaryRow[];
  /** Lists further rows of the answer, which the report has below. */
  readonly furtherRows: readonly { readonly outcome: string; readonly name: string }[];
}

export interface SummaryRow extends Finding {
  /** True if the row comes from the answer about leading harms, so that its part stands in another report. */
  readonly isElsewhere: boolean;
}

/** An answer with more rows than this has only the leading harms in its summary. */
const mostRows = 10;

/**
 * Returns the question about the harms that lead their group, as far as an answer about the first outcomes lacks them;
 * `null` for an answer about outcomes that the reader chose.
 *
 * @param all All outcomes, in which the first harm of a group leads it.
 */
export function makeQueryForMissingLeadingHarms(
  { query, outcomes }: Answer,
  all: readonly Pick<Outcome, "id" | "harmGroup">[],
): Query | null {
  if (query.outcome.length > 0) return null;
  const present = new Set(outcomes.map(({ outcome }) => outcome));
  const missing = harmGroups.flatMap((group) => {
    const leading = all.find(({ harmGroup }) => harmGroup === group);
    return leading === undefined || present.has(leading.id) ? [] : leading.id;
  });
  return missing.length === 0 ? null : { ...query, outcome: missing };
}

/**
 * Returns the summary of an answer: the rows of the screen, of more than `mostRows` only benefits and leading harms,
 * and then the rows of `harms` that any trial reports. Rows of the answer that are left out are named in
 * `furtherRows`.
 *
 * @param harms The answer to {@link makeQueryForMissingLeadingHarms}; `null` without that question.
 */
export function makeSummaryOfFindings(
  answer: Answer,
  screen: Pick<Screen, "rows" | "doubt">,
  harms: Answer | null,
): SummaryOfFindings {
  const shown = listRowsWithoutRatesDrawnAbove(answer.outcomes, listTrialsAboveRows(answer));
  const own = screen.rows.flatMap(({ outcome }) =>
    shown.flatMap((below) =>
      below.row.outcome === outcome ? { ...below, answer, isElsewhere: false } : [],
    ),
  );
  const led =
    own.length > mostRows ? own.filter(({ row }) => isBenefitOrLeadingHarm(row, own)) : own;
  const further = own.filter((entry) => !led.includes(entry));
  const elsewhere = harms
    ? harms.outcomes
        .filter((row) => !isRowUnreported(row))
        .map((row) => ({ row, above: new Map(), answer: harms, isElsewhere: true }))
    : [];
  const rows = [...led, ...elsewhere];
  const common = makeCommonCertaintyReasons(rows);
  return {
    classes: therapyClasses.filter((group) => answer.selection.cohorts[group] > 0),
    certainty: screen.doubt?.lead.replace(/:$/, "") ?? "",
    common: common.reasons,
    rows: rows.map(({ row, above, answer: of, isElsewhere }) => ({
      ...makeFinding(row, of, { above, common }),
      isElsewhere,
    })),
    furtherRows: further.map(({ row }) => ({
      outcome: row.outcome,
      name: row.label,
    })),
  };
}

/** Tells whether a row is a benefit, or leads its group of harms as the first of those that a trial reports. */
function isBenefitOrLeadingHarm(row: Row, all: readonly { readonly row: Row }[]): boolean {
  const group = row.harmGroup;
  if (group === null) return true;
  return row === all.find((entry) => entry.row.harmGroup === group)?.row;
}
