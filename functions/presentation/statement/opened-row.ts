/**
 * An opened row as it is read: what its numbers rest on, products, trials, how sure, what others found,
 * and the sources. All of it is text and places on an axis, so whoever draws it decides nothing.
 */

import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import { type ComparisonTable, relevantTables } from "#core/others/adjusted-comparisons.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiNote, ApiRow } from "#presentation/words/api-answer.ts";
import { abbreviationsIn } from "../words/abbreviations-in.ts";
import type { Catalogue, ComparedWords, DetailWords } from "../words/catalogue.ts";
import { type ChecksStatement, checksOf } from "./checks.ts";
import type { Copy } from "./copied.ts";
import { printedMedians } from "./figures.ts";
import { comparedRemarks, comparedSources, comparedText, randomisedFirst } from "./head-to-head.ts";
import { isCompared, studyWordOf } from "./headline-outcome.ts";
import { type IntentionToTreatView, intentionToTreatView } from "./intention-to-treat.ts";
import { notesOf } from "./notes.ts";
import { type RestsOn, restsOn } from "./opened.ts";
import { type ProductLines, productLinesOf } from "./product-lines.ts";
import { publishedOf, type StatedPublished } from "./published.ts";
import { type NotPooledTexts, notPooledOf, type Source, sourcesOf } from "./sources.ts";
import { statisticsOf } from "./statistics.ts";
import { mediansOf, type StatedMedian } from "./survival.ts";
import { type SaidTiming, timingInRow } from "./timing.ts";
import { leftOutOf, type TrialList, trialsOf } from "./trials.ts";

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
    readonly medians: readonly (StatedMedian & { readonly of: Recorded })[];
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
    readonly compared: readonly ComparedStudy[];
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

/** What others found when they set treatments against each other. */
export interface ComparedStudy {
  readonly label: string;
  /** "randomised · CAR-T against bispecific" */
  readonly kind: string;
  readonly results: readonly string[];
  readonly remarks: string;
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

/** What a row has beside its answer. */
export interface BesideRow {
  /** With any one trial left out; `null` without a difference. */
  readonly leaveOneOut: LeaveOneOut | null;
  readonly timing: readonly (TimingLine & SaidTiming)[];
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
  readonly outcomeLabel: (id: string) => string;
}

type Words = Pick<Catalogue, "analyses" | "screen" | "detail" | "survival">;

export function openedRowOf(
  row: ApiRow,
  answer: ApiComparison,
  beside: BesideRow,
  words: Words,
): OpenedRow {
  const { screen, detail } = words;
  const said = { strings: screen, words: detail };
  const notes = notesOf(row);
  return {
    answerVersion: answer.answerVersion,
    outcome: row.outcome,
    restsOn: headOf(row, answer, detail),
    products: {
      ...productLinesOf(row, detail),
      notes: textsOf(notes.products),
      // Survival at a month has medians instead.
      timing: familyOf(row.outcome) === null ? timingOf(row, beside.timing, detail) : [],
    },
    trials: {
      ...trialsOf(row, leftOutOf(answer), said),
      medians: medianLinesOf(row, words),
      notes: textsOf(notes.trials),
    },
    sure: {
      certainty: isCompared(row) ? screen.verdict.certainty(studyWordOf(answer.query)) : "",
      notes: textsOf(notes.sure),
      checks: checksOf(row, beside.leaveOneOut, words),
      intentionToTreat: intentionToTreatView(row.pools["car-t"], detail, screen.numbers),
      statistics: statisticsOf(row, detail, screen),
    },
    others: {
      published: publishedOf(row, detail.published, screen.numbers),
      ...comparedIn(row, answer, beside, detail.compared),
    },
    copied: beside.copied,
    sources: {
      cited: sourcesOf(row, detail, screen),
      notPooled: notPooledOf(row, detail),
    },
  };
}

const textsOf = (notes: readonly ApiNote[]): string[] => notes.map(({ text }) => text);

/** With the abbreviations of the row's name spelled out. */
function headOf(row: ApiRow, { query }: ApiComparison, words: DetailWords): RestsOn {
  const { sides, beneath } = restsOn(row, studyWordOf(query), words);
  const { abbreviations, spelledOut } = words;
  const names = abbreviationsIn([row.label, row.detail].join(" "), abbreviations);
  const spelled = names.map((one) => spelledOut(one, abbreviations[one]));
  return { sides, beneath: [...spelled, beneath].filter(Boolean).join(" ") };
}

function timingOf(row: ApiRow, lines: BesideRow["timing"], words: DetailWords) {
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

function medianLinesOf(row: ApiRow, words: Words) {
  const printed = therapyClasses.flatMap((group) => printedMedians(row.pools[group]));
  return mediansOf(row, words).flatMap((median, index) => {
    const one = printed[index];
    if (!one) return [];
    const { cohort, label, citation } = one;
    return { ...median, of: { cohort, label, publication: citation?.publication ?? null } };
  });
}

function comparedIn(
  { headToHead }: ApiRow,
  { query }: ApiComparison,
  { compared, outcomeLabel }: BesideRow,
  words: ComparedWords,
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
    compared: shown.map((table) => ({
      label: table.study.label,
      kind: `${words.design[table.design]} · ${words.contrast[table.contrast]}`,
      results: table.rows.map((row) => {
        const definition = row.definition === null ? "" : `, ${row.definition}`;
        return `${outcomeLabel(row.outcome)}${definition}: ${comparedText(row, outcomeLabel, words)}`;
      }),
      remarks: comparedRemarks(table, words),
      sources: comparedSources(table).map(({ citation, href }) => ({ citation, href })),
    })),
    moreCompared: tables.length - shown.length,
  };
}
