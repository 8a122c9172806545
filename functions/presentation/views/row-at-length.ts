/**
 * A row with everything behind it, for a report: the parts of an opened row without what its picture says, every
 * trial with its source, and what others found. Nothing stands in it twice.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import type { TrialApart } from "#core/answer/trials-apart.ts";
import type { ArmsInRow } from "#core/others/randomised.ts";
import { type ChecksView, checkRemarks, checksView } from "../row/checks-view.ts";
import { collectedInRow, intentionToTreatView } from "../row/intention-to-treat.ts";
import { missingInRow } from "../row/missing.ts";
import { firstNote, notesOfRow } from "../row/notes.ts";
import { type PublishedAnalysis, publishedFindings, publishedOf } from "../row/published.ts";
import { type NotPooledTexts, notPooledOf } from "../row/sources.ts";
import { statisticsOf } from "../row/statistics.ts";
import { type ClassTable, trialsAtLength } from "../row/trials-at-length.ts";
import { nameOf } from "../words/row-name.ts";
import { capitalised, withSpaces } from "../words/sentences.ts";
import { rowHead } from "./opened-row.ts";
import { type RandomisedBlock, randomisedInRow } from "./randomised.ts";

export interface RowAtLength {
  readonly outcome: string;
  readonly label: string;
  /** "Severe CRS, grade 3 or 4" */
  readonly title: string;
  /** Why nothing is compared; empty of a difference, which its checks or page one have. */
  readonly lead: string;
  /** What may change the reading most. */
  readonly asides: readonly string[];
  /** `null` without a difference. */
  readonly checks: ChecksView | null;
  readonly tables: readonly ClassTable[];
  readonly notPooled: NotPooledTexts;
  /** With all who were to be treated, statistics, abbreviations, and how long patients were followed. */
  readonly notes: readonly string[];
  /** The outcome in both arms of randomised trials, each with its source. */
  readonly randomised: readonly CitedBlock[];
  readonly published: {
    readonly notes: readonly string[];
    readonly analyses: readonly PublishedAnalysis[];
  };
}

interface CitedBlock extends RandomisedBlock {
  readonly source: ArmsInRow["source"];
}

/** What a row has beside its answer. */
export interface BesideRowAtLength {
  /** With any one trial left out; `null` where it was not worked out. */
  readonly leaveOneOut: LeaveOneOut | null;
  /** The trials that set a rate apart from published pools. */
  readonly apart: readonly TrialApart[];
  readonly arms: readonly ArmsInRow[];
}

export function rowAtLength(
  row: Row,
  answer: Answer,
  { leaveOneOut, apart, arms }: BesideRowAtLength,
): RowAtLength {
  const stated = notesOfRow(row, answer);
  const first = firstNote(stated);
  const { view, asides, beneath } = rowHead(row, answer, first);
  const whole = intentionToTreatView(row, answer);
  const collected = whole?.collected ? collectedInRow(row, answer.query) : null;
  const tables = trialsAtLength(row, answer);
  const missing = missingInRow(row, answer);
  return {
    outcome: row.outcome,
    label: row.label,
    title: nameOf({ label: row.label, detail: view.detail || null }),
    lead: view.difference || !missing ? "" : capitalised(`not compared: ${missing}.`),
    asides: asides.filter((text) => text !== collected),
    checks: withRemarks(checksView(row, leaveOneOut), row),
    tables,
    notPooled: withoutShown(notPooledOf(row), tables),
    notes: [
      ...stated.filter((note) => note !== first).map(({ text }) => text),
      // The counts of the trials stand in their lines.
      withSpaces([whole?.scope, whole?.pooled, whole?.collected, whole?.infused]),
      ...statisticsOf(row),
      beneath,
    ].filter((text) => text !== ""),
    randomised: arms.flatMap((arm) =>
      randomisedInRow([arm], answer.randomised).map((block) => ({
        ...block,
        sources: [],
        source: arm.source,
      })),
    ),
    published: {
      notes: publishedFindings(row, apart),
      analyses: publishedOf(row, apart)?.analyses ?? [],
    },
  };
}

/** Without the trials whose figures stand in the tables: in a small trial, or without a count. */
function withoutShown(texts: NotPooledTexts, tables: readonly ClassTable[]): NotPooledTexts {
  const shown = new Set(
    tables.flatMap(({ products }) =>
      products.flatMap(({ trials }) => trials.map(({ cohort }) => cohort)),
    ),
  );
  const said = texts.said.filter(({ cohort }) => !shown.has(cohort));
  return { ...texts, said, count: texts.count - texts.said.length + said.length };
}

/** With what its forest does not show, and how far the difference is from none. */
function withRemarks(checks: ChecksView | null, row: Row): ChecksView | null {
  const remarks = checkRemarks(row).join(" ");
  return checks && { ...checks, beneath: [...checks.beneath, ...(remarks ? [remarks] : [])] };
}
