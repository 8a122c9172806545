/**
 * Collects a report: page one, and every row with everything behind it. Facts that only one part states are read from
 * the answer by that part.
 */

import type { RandomisedSource, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { survivalMonths } from "#core/evidence/survival-months.ts";
import { selectTimingLines } from "#core/evidence/timing-lines.ts";
import { listNotInfusedCountsOfCarTArms } from "#core/others/not-infused.ts";
import { comparisons } from "#data/generated/collections.ts";
import { timings } from "#data/generated/timing.ts";
import { parseLandmarkMonth, parseSurvivalFamily } from "#data/survival.ts";
import {
  makeSummaryOfFindings,
  type SummaryOfFindings,
} from "#presentation/report/summary-of-findings.ts";
import { describeTippingPoint } from "#presentation/row/analyses-view.ts";
import { joinLabelAndDetail } from "#presentation/row/names.ts";
import {
  makeRandomisedTablesOfRow,
  type RandomisedTable,
} from "#presentation/row/randomised-table.ts";
import { makeOpenedRowParts, type RowParts } from "#presentation/views/opened-row.ts";
import { makeScreen, type Screen } from "#presentation/views/screen.ts";
import {
  addAnalyses,
  type ClassAnswer,
  type FullAnswer,
  listRowInfluentialTrials,
  requireClassAnswer,
} from "../../answers/compute/full-answer.ts";
import { gatherScreenEvidence } from "../../answers/compute/screen-evidence.ts";
import { makeStudyReference } from "./numbered-references.tsx";
import { makeReportLinks, type ReportLinks } from "./report-links.ts";
import { type Families, listSurvivalFamilies } from "./survival.tsx";

export interface ReportedRow extends RowParts {
  /** Names the outcome with its grades, as in "Severe CRS, grade 3 or 4". */
  readonly title: string;
}

/** Tells whether the report knows more about an outcome than page one states. */
export function hasRowDetails({
  tables,
  published,
  randomised,
  timing,
  analyses,
}: ReportedRow): boolean {
  const lists = [tables, published?.analyses ?? [], randomised, timing];
  return analyses !== null || lists.some(({ length }) => length > 0);
}

export interface ReportView {
  readonly answer: ClassAnswer;
  readonly overview: Screen;
  readonly summary: SummaryOfFindings;
  readonly rows: readonly ReportedRow[];
  /** The list is empty if no outcome is survival at a month. */
  readonly families: Families;
  /** Cites this page. */
  readonly citation: string;
  readonly links: ReportLinks;
}

/**
 * Returns what a report shows: the screen of the answer, its summary of findings, each row with its parts, and links.
 *
 * @param citation Cites the page.
 * @param harms The answer about the leading harms that the first page adds; `null` if it adds none.
 */
export function makeReportView(
  full: FullAnswer,
  citation: string,
  harms: ClassAnswer | null,
): ReportView {
  const answer = addAnalyses(requireClassAnswer(full));
  const overview = makeScreen(answer, null, {
    ...gatherScreenEvidence(answer),
    cite: makeStudyReferences,
    isReport: true,
  });
  const families = listSurvivalFamilies(answer);
  return {
    answer,
    overview,
    summary: makeSummaryOfFindings(answer, overview, harms),
    rows: answer.outcomes.map((row) => {
      const parts = removeFiguresShownUnderSurvival(makeReportedRowParts(row, answer), families);
      return { ...parts, title: joinLabelAndDetail(parts.head.view) };
    }),
    families,
    citation,
    links: makeReportLinks(answer),
  };
}

function makeReportedRowParts(row: Row, answer: ClassAnswer): RowParts {
  const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
  const parts = makeOpenedRowParts(row, answer, {
    // Pools of one class are fitted anew here, but only for the few rows that differ from published pools.
    influentialTrials: outcome ? listRowInfluentialTrials(answer, outcome) : [],
    timing: selectTimingLines(dataset, timings, { row: row.outcome }),
    notInfused: listNotInfusedCountsOfCarTArms(comparisons, dataset.cohorts),
    randomised: makeRandomisedTablesWithControl(row, answer),
  });
  const { analyses, tables } = parts;
  const tipping = describeTippingPoint(row);
  return {
    ...parts,
    analyses: analyses && {
      ...analyses,
      beneath: [...analyses.beneath, ...(tipping ? [tipping] : [])],
    },
    // The part on survival has all medians.
    ruler: null,
    // Trials that were left out stand in a separate part.
    tables: tables.filter(({ trials }) => trials.length > 0),
  };
}

/**
 * Returns the tables of an outcome in both arms of randomised trials, with their whole sources, because a report lists
 * them. An arm without its control says nothing about the difference, so it is left out.
 */
function makeRandomisedTablesWithControl({ outcome }: Row, answer: ClassAnswer): RandomisedTable[] {
  const entries = gatherScreenEvidence(answer).armsOf(outcome);
  const controlled = entries.filter(({ control }) => control !== null);
  return makeRandomisedTablesOfRow(controlled, answer.randomised, { cite: makeStudyReferences });
}

/** Returns the numbers of the references of a randomised trial. */
export function makeStudyReferences(sources: readonly RandomisedSource[]) {
  return sources.map(makeStudyReference);
}

const columns: readonly number[] = survivalMonths;

/** Removes from a row the figures and medians that the part on survival shows with all others. */
function removeFiguresShownUnderSurvival(row: RowParts, families: Families): RowParts {
  const match = families.find(({ family }) => family === parseSurvivalFamily(row.outcome));
  const at = match ? columns.indexOf(parseLandmarkMonth(row.outcome)) : -1;
  if (!match || at < 0 || row.tables.some(({ number }) => number !== null)) return row;
  const hasMedian = (id: string) => match.medians.some(({ cohort }) => cohort === id);
  const hasMonth = (id: string) =>
    match.trials.some(({ cohort, cells }) => cohort.id === id && cells[at]?.kind !== "unknown");
  const tables = row.tables.map(({ trials, ...table }) => ({
    ...table,
    trials: trials.filter(({ cohort, drawn }) =>
      drawn === null ? !hasMedian(cohort) : !hasMonth(cohort),
    ),
  }));
  return { ...row, tables: tables.filter(({ trials }) => trials.length > 0) };
}
