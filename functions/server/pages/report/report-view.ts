/**
 * A report: page one, and every row with all that is behind it. What only one part says, that part finds in the
 * answer.
 */

import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { survivalMonths } from "#core/evidence/survival-months.ts";
import { type ArmsInRow, armsInRow } from "#core/others/randomised-arms.ts";
import { comparisons } from "#data/generated/collections.ts";
import { reviews } from "#data/generated/reviews.ts";
import { familyOf, monthOf } from "#data/landmarks.ts";
import { checkRemarks } from "#presentation/row/checks-view.ts";
import { monthView } from "#presentation/row/months-view.ts";
import { nameOf } from "#presentation/row/row-name.ts";
import { type RowParts, rowParts } from "#presentation/views/opened-row.ts";
import { type RandomisedBlock, randomisedInRow } from "#presentation/views/randomised.ts";
import type { Screen } from "#presentation/views/screen.ts";
import {
  type ClassAnswer,
  type FullAnswer,
  influentialTrialsOf,
  leaveOneOutOf,
  ofClasses,
} from "../../answers/compute/full-answer.ts";
import { classScreen } from "../../answers/compute/screen-evidence.ts";
import { type ReportLinks, reportLinks } from "./report-links.ts";
import { type Families, familiesOf } from "./survival.tsx";
import { type Times, timesInRow } from "./timing.tsx";

/** The short report has two pages. */
export const extents = ["short", "whole"] as const;

export type Extent = (typeof extents)[number];

/** Holds what the address of the report can ask for: a length of it, or the evidence profile, a page of its own. */
export const reportParts = [...extents, "profile"] as const;

export type ReportPart = (typeof reportParts)[number];

export interface ReportedRow extends RowParts {
  /** Holds text such as "Severe CRS, grade 3 or 4". */
  readonly title: string;
  /** Holds the outcome in both arms of randomised trials. */
  readonly randomised: readonly CitedBlock[];
  /** Notes that an earlier row has are not repeated. */
  readonly times: Times;
}

export interface CitedBlock extends RandomisedBlock {
  readonly source: ArmsInRow["source"];
}

/** Returns whether more is known of an outcome than page one says. */
export function hasPart({ tables, published, randomised, times, checks }: ReportedRow): boolean {
  const lists = [tables, published?.analyses ?? [], randomised, times];
  return checks !== null || lists.some(({ length }) => length > 0);
}

export interface ReportView {
  readonly extent: Extent;
  readonly answer: ClassAnswer;
  /** This part is the first page. */
  readonly overview: Screen;
  readonly rows: readonly ReportedRow[];
  /** It is empty if no outcome is survival at a month. */
  readonly families: Families;
  /** Holds reviews of the rules and of cohorts by clinicians. */
  readonly reviews: typeof reviews;
  /** Holds the citation of this page. */
  readonly citation: string;
  readonly links: ReportLinks;
}

export type ReportForm = Pick<ReportView, "extent" | "citation">;

export function reportView(full: FullAnswer, { extent, citation }: ReportForm): ReportView {
  const answer = ofClasses(full);
  const families = familiesOf(answer);
  const printedTimes = new Set<string>();
  return {
    extent,
    answer,
    overview: classScreen(answer),
    rows: answer.outcomes.map((row) => {
      const parts = withoutMonths(partsOf(row, full, answer, extent), families);
      return {
        ...parts,
        title: nameOf(parts.head.view),
        randomised: randomisedOf(row, answer),
        times: timesInRow(row, printedTimes),
      };
    }),
    families,
    reviews,
    citation,
    links: reportLinks(answer),
  };
}

function partsOf(row: Row, full: FullAnswer, answer: ClassAnswer, extent: Extent): RowParts {
  const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
  const isWhole = extent === "whole" && outcome !== undefined;
  // It is computed for a single outcome, so that no request waits for all rows.
  const isOnly = isWhole && answer.outcomes.length === 1;
  const parts = rowParts(row, answer, {
    leaveOneOut: isOnly ? leaveOneOutOf(full, outcome) : null,
    // Pools of one class for the few rows that need them.
    influentialTrials: isWhole ? influentialTrialsOf(answer, outcome) : [],
  });
  const { checks, tables } = parts;
  const remarks = checkRemarks(row).join(" ");
  return {
    ...parts,
    checks: checks && { ...checks, beneath: [...checks.beneath, ...(remarks ? [remarks] : [])] },
    // Trials that were left out stand in a part of their own.
    tables: tables.filter(({ products }) => products.length > 0),
  };
}

/** An arm without its control says nothing of the difference. */
export function randomisedOf({ outcome }: Row, { randomised, query }: ClassAnswer): CitedBlock[] {
  return armsInRow(outcome, randomised, query, comparisons, dataset)
    .filter(({ control }) => control !== null)
    .flatMap((arm) =>
      randomisedInRow([arm], randomised).map((block) => ({
        ...block,
        sources: [],
        source: arm.source,
      })),
    );
}

/** Holds the months of the table of survival. */
const columns: readonly number[] = survivalMonths;

/** A trial's figure of a month stands in the table of months with all others. */
function withoutMonths(row: RowParts, families: Families): RowParts {
  const match = families.find(({ family }) => family === familyOf(row.outcome));
  const at = match ? columns.indexOf(monthOf(row.outcome)) : -1;
  if (!match || at < 0 || row.tables.some(({ number }) => number !== null)) return row;
  const isInTable = (cohort: string, number: string) =>
    match.trials.some(
      ({ cohort: { id }, cells }) =>
        id === cohort &&
        cells[at] !== undefined &&
        bare(monthView(cells[at]).text) === bare(number),
    );
  const isMedian = (cohort: string) => match.medians.some((median) => median.cohort === cohort);
  const tables = row.tables.map((table) => ({
    ...table,
    products: table.products
      .map((product) => ({
        ...product,
        trials: product.trials.filter(({ cohort, drawn }) =>
          drawn === null ? !isMedian(cohort) : !isInTable(cohort, drawn.number),
        ),
      }))
      .filter(({ trials }) => trials.length > 0),
  }));
  return { ...row, tables: tables.filter(({ products }) => products.length > 0) };
}

/** A number without spaces, and with the sign that the table of months has for "about". */
function bare(text: string): string {
  return text.replace("about", "≈").replace(/\s/g, "");
}
