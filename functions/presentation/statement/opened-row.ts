/**
 * An opened row as it is read: its numbers and what to mind, then products, trials, how sure, and the
 * sources with what others found. All of it is text and places on an axis, so whoever draws it decides
 * nothing.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import type { TrialApart } from "#core/answer/trials-apart.ts";
import { type ComparisonTable, relevantTables } from "#core/others/adjusted-comparisons.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { abbreviationsIn } from "../words/abbreviations-in.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue, DetailWords } from "../words/catalogue.ts";
import { capitalised, sentence } from "../words/sentences.ts";
import { type ChecksStatement, checksOf } from "./checks.ts";
import type { Copy } from "./copy.ts";
import { isCompared } from "./figures.ts";
import { type ComparedStatement, comparedStatement, randomisedFirst } from "./head-to-head.ts";
import {
  collectedInRow,
  type IntentionToTreatView,
  intentionToTreatView,
} from "./intention-to-treat.ts";
import { firstNote, notesOfRow, type StatedNote, textsAt } from "./notes.ts";
import { type ProductLines, productLinesOf } from "./product-lines.ts";
import { publishedOf, type StatedPublished } from "./published.ts";
import { rowStatement } from "./row.ts";
import { mediansOf, rulerOf, type StatedRuler } from "./ruler.ts";
import { followUpsOf } from "./side.ts";
import { type NotPooledTexts, notPooledOf, type Source, sourcesOf } from "./sources.ts";
import { statisticsOf } from "./statistics.ts";
import { type SaidTiming, type StatedTiming, timingInRow } from "./timing.ts";
import { type TrialList, trialsOf } from "./trials.ts";

/** So many comparisons of others are sent with a row, or those its line rests on; the report has all. */
const mostCompared = 2;

/** A trial and its own publication, for a link to its record. */
type Recorded = Pick<Source, "cohort" | "label" | "publication">;

export interface OpenedRow {
  readonly answerVersion: string;
  readonly outcome: string;
  readonly head: RowHead;
  readonly products: ProductLines & {
    readonly notes: readonly string[];
    /** How soon and how long, by class; empty where nobody printed it. */
    readonly timing: readonly {
      readonly group: TherapyClass;
      readonly lines: readonly TimingOfTrial[];
    }[];
  };
  readonly trials: TrialList & {
    /** Of survival; `null` without a median. Its trials lead to their records. */
    readonly ruler: StatedRuler | null;
    readonly notes: readonly string[];
  };
  readonly sure: {
    readonly notes: readonly string[];
    /** `null` where there is no difference to check. */
    readonly checks: ChecksStatement | null;
    readonly intentionToTreat: IntentionToTreatView | null;
    readonly statistics: readonly string[];
  };
  /** The row as a line for a note, with `linkPlaceholder` in place of its address. */
  readonly copied: Copy;
  readonly sources: {
    readonly cited: readonly Source[];
    readonly notPooled: NotPooledTexts;
    /** What others found. */
    readonly compared: readonly Omit<ComparedStatement, "id">[];
    /** How many more the report lists. */
    readonly moreCompared: number;
    readonly published: StatedPublished | null;
  };
}

interface TimingOfTrial extends Pick<Recorded, "cohort" | "label">, Pick<SaidTiming, "said"> {
  readonly sources: readonly {
    readonly text: string;
    readonly href: string | null;
    /** "trade news"; empty for what is reviewed best. */
    readonly tier: string;
  }[];
}

/** What a row has beside its answer. */
export interface BesideRow {
  /** With any one trial left out; `null` without a difference. */
  readonly leaveOneOut: LeaveOneOut | null;
  /** The trials that set a rate apart from published pools. */
  readonly apart: readonly TrialApart[];
  readonly timing: readonly StatedTiming[];
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
  readonly outcomeLabel: (id: string) => string;
}

export interface RowHead {
  readonly sides: readonly {
    readonly group: TherapyClass;
    /** Its only product, or those that its number holds; `null` where it holds all of the class. */
    readonly product: string | null;
    /** "88 of 100 (68–96)"; empty without a number. */
    readonly number: string;
    /** "3 of 5 trials, 405 patients" */
    readonly restsOn: string;
  }[];
  /** "21 more with CAR-T (1 to 33)", or why there is none. */
  readonly difference: string;
  /** How the difference stood its checks, what it leaves out, and the note that could change the reading most. */
  readonly caution: string;
  /** How certain a difference is; abbreviations; follow-up, where events add up over time. */
  readonly beneath: string;
}

export function openedRowOf(
  row: Row,
  answer: Answer,
  beside: BesideRow,
  words: Catalogue,
): OpenedRow {
  const { screen, detail } = words;
  const stated = notesOfRow(row, answer, words);
  const first = firstNote(stated);
  // What the head says is not said again.
  const notes = stated.filter((note) => note !== first);
  return {
    answerVersion: answer.answerVersion,
    outcome: row.outcome,
    head: headOf(row, answer, first, words),
    products: {
      ...productLinesOf(row, words),
      notes: textsAt(notes, "products"),
      // Survival at a month has medians instead.
      timing: familyOf(row.outcome) === null ? timingOf(row, beside.timing, detail) : [],
    },
    trials: {
      ...trialsOf(row, answer, words),
      ruler: rulerOf(mediansOf(row, words), words),
      notes: textsAt(notes, "trials"),
    },
    sure: {
      notes: textsAt(notes, "sure"),
      checks: checksOf(row, beside.leaveOneOut, words),
      intentionToTreat: intentionToTreatView(row, answer, words),
      statistics: statisticsOf(row, words),
    },
    copied: beside.copied,
    sources: {
      cited: sourcesOf(row, words),
      notPooled: notPooledOf(row, words),
      ...comparedIn(row, answer, beside, words),
      published: publishedOf(row, beside.apart, detail.published, screen.numbers),
    },
  };
}

/** What stands at the top: both numbers with their trials, the difference, and what to mind. */
function headOf(
  row: Row,
  answer: Answer,
  first: StatedNote | undefined,
  words: Catalogue,
): RowHead {
  const { detail, screen } = words;
  // The note on one infusion against continuous therapy ends with the follow-ups.
  const followUps = first?.code === "follow-up" ? null : followUpsOf(row);
  const { sides, difference, missing, detail: counted } = rowStatement(row, answer, words);
  const isOfOneTrial = first?.code === "one-trial-carries";
  // The abbreviations of the row's name are spelled out for who cannot point at them.
  const names = abbreviationsIn([row.label, counted].join(" "), detail.abbreviations);
  return {
    sides: therapyClasses
      .filter((group) => row.appliesTo.includes(group))
      .map((group) => {
        const { trials, of, n, months } = row.pools[group];
        const known = months && new Set(months.map(({ trial }) => trial)).size;
        const { cell, product, isCount } = sides[group];
        return {
          group,
          product,
          number: cell
            ? isCount
              ? `${cell.number} ${cell.under}`
              : `${detail.of100(cell.number)} (${cell.under})`
            : "",
          restsOn: screen.restsOn(
            studyWordOf(answer.query),
            known ?? trials,
            of,
            known === undefined ? n : null,
          ),
        };
      }),
    difference: difference
      ? `${difference.amount} ${difference.withWhat} (${difference.range})`
      : missing && capitalised(`${screen.uncompared} ${missing}`),
    caution: [
      isOfOneTrial && first.text,
      checksOf(row, null, words)?.strength,
      collectedInRow(row, answer.query, words),
      !isOfOneTrial && first?.text,
    ]
      .filter(Boolean)
      .join(" "),
    beneath: [
      isCompared(row) && screen.verdict.certainty(studyWordOf(answer.query)),
      ...names.map((one) => detail.spelledOut(one, detail.abbreviations[one])),
      followUps && sentence(screen.followUps(...followUps)),
    ]
      .filter(Boolean)
      .join(" "),
  };
}

function timingOf(row: Row, lines: BesideRow["timing"], words: DetailWords) {
  return timingInRow(lines, row).map((own) => ({
    group: own.group,
    lines: own.lines.map(({ cohort, label, said, sources }) => ({
      cohort,
      label,
      said,
      sources: sources.map(({ text, href, tier }) => ({
        text,
        href,
        tier: words.tier[tier] ?? "",
      })),
    })),
  }));
}

function comparedIn(
  { headToHead }: Row,
  { query }: Answer,
  { compared, outcomeLabel }: BesideRow,
  words: Catalogue,
): Pick<OpenedRow["sources"], "compared" | "moreCompared"> {
  const asked = {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: isAfterTherapy(query),
  };
  const tables = randomisedFirst(relevantTables(compared, asked));
  const own = new Set(
    headToHead.flatMap(({ studies, uncounted }) => [
      ...studies,
      ...uncounted.map(({ study }) => study),
    ]),
  );
  const inOrder = [
    ...tables.filter(({ study }) => own.has(study.id)),
    ...tables.filter(({ study }) => !own.has(study.id)),
  ];
  const shown = inOrder.slice(0, Math.max(mostCompared, own.size));
  return {
    compared: shown.map((table) => {
      const { id: _, ...said } = comparedStatement(table, outcomeLabel, words);
      return said;
    }),
    moreCompared: tables.length - shown.length,
  };
}
