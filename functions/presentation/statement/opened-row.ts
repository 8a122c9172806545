/**
 * An opened row as it is read: what its numbers rest on, products, trials, how sure, what others found,
 * and the sources. All of it is text and places on an axis, so whoever draws it decides nothing.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import { type ComparisonTable, relevantTables } from "#core/others/adjusted-comparisons.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { abbreviationsIn } from "../words/abbreviations-in.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue, DetailWords } from "../words/catalogue.ts";
import { sentence } from "../words/sentences.ts";
import { type ChecksStatement, checksOf } from "./checks.ts";
import type { Copy } from "./copied.ts";
import { isCompared } from "./figures.ts";
import { type ComparedStatement, comparedStatement, randomisedFirst } from "./head-to-head.ts";
import { type IntentionToTreatView, intentionToTreatView } from "./intention-to-treat.ts";
import { firstNote, notesOfRow, type StatedNote, textsAt } from "./notes.ts";
import { type ProductLines, productLinesOf } from "./product-lines.ts";
import { publishedOf, type StatedPublished } from "./published.ts";
import { linkedMediansOf, rulerOf, type StatedRuler } from "./ruler.ts";
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
  readonly restsOn: RestsOn;
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
    /** How certain all of it is; empty without a difference. */
    readonly certainty: string;
    readonly notes: readonly string[];
    /** `null` where there is no difference to check. */
    readonly checks: ChecksStatement | null;
    readonly intentionToTreat: IntentionToTreatView | null;
    readonly statistics: readonly string[];
  };
  readonly others: {
    readonly published: StatedPublished | null;
    readonly compared: readonly Omit<ComparedStatement, "id">[];
    /** How many more the report lists. */
    readonly moreCompared: number;
  };
  /** The row as a line for a note, with `linkPlaceholder` in place of its address. */
  readonly copied: Copy;
  readonly sources: {
    readonly cited: readonly Source[];
    readonly notPooled: NotPooledTexts;
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
  readonly timing: readonly StatedTiming[];
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
  readonly outcomeLabel: (id: string) => string;
}

export interface RestsOn {
  /** "8 trials, 463 patients" */
  readonly sides: readonly { readonly group: TherapyClass; readonly text: string }[];
  /** Follow-up, where events add up over time, and the note that could change the reading most. */
  readonly beneath: string;
}

export function openedRowOf(
  row: Row,
  answer: Answer,
  beside: BesideRow,
  words: Catalogue,
): OpenedRow {
  const { screen, detail } = words;
  const notes = notesOfRow(row, answer, words);
  return {
    answerVersion: answer.answerVersion,
    outcome: row.outcome,
    restsOn: headOf(row, answer, notes, words),
    products: {
      ...productLinesOf(row, words),
      notes: textsAt(notes, "products"),
      // Survival at a month has medians instead.
      timing: familyOf(row.outcome) === null ? timingOf(row, beside.timing, detail) : [],
    },
    trials: {
      ...trialsOf(row, answer, words),
      ruler: rulerOf(linkedMediansOf(row, words), words),
      notes: textsAt(notes, "trials"),
    },
    sure: {
      certainty: isCompared(row) ? screen.verdict.certainty(studyWordOf(answer.query)) : "",
      notes: textsAt(notes, "sure"),
      checks: checksOf(row, beside.leaveOneOut, words),
      intentionToTreat: intentionToTreatView(row, answer, words),
      statistics: statisticsOf(row, words),
    },
    others: {
      published: publishedOf(row, detail.published, screen.numbers),
      ...comparedIn(row, answer, beside, words),
    },
    copied: beside.copied,
    sources: {
      cited: sourcesOf(row, words),
      notPooled: notPooledOf(row, words),
    },
  };
}

/** What stands at the top: the trials and patients of each class, and what to mind. */
function headOf(
  row: Row,
  { query }: Answer,
  notes: readonly StatedNote[],
  { detail: { abbreviations, spelledOut, restsOn }, screen }: Catalogue,
): RestsOn {
  const first = firstNote(notes);
  const followUps = followUpsOf(row);
  // The abbreviations of the row's name are spelled out for who cannot point at them.
  const names = abbreviationsIn([row.label, row.detail].join(" "), abbreviations);
  return {
    sides: therapyClasses
      .filter((group) => row.appliesTo.includes(group))
      .map((group) => {
        const { k, n, notPooled } = row.pools[group];
        const noun = studyWordOf(query);
        const text = k === 0 ? restsOn.none(notPooled.length, noun) : screen.trials(noun, k, n);
        return { group, text };
      }),
    beneath: [
      ...names.map((one) => spelledOut(one, abbreviations[one])),
      followUps && sentence(screen.followUps(...followUps)),
      first && sentence(first.label),
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
): Pick<OpenedRow["others"], "compared" | "moreCompared"> {
  const asked = {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: isAfterTherapy(query),
  };
  const tables = randomisedFirst(relevantTables(compared, asked));
  const own = new Set(headToHead.flatMap(({ studies }) => studies));
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
