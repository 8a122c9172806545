/**
 * An opened row as it is read: what its numbers rest on, products, trials, how sure, what others found,
 * and the sources. All of it is text and places on an axis, so whoever draws it decides nothing.
 */
import type { Comparison, OutcomeComparison, Remark } from "#core/comparison/answer.ts";
import { type ComparisonTable, relevantTables } from "#core/evidence/adjusted-comparisons.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { abbreviationsIn } from "../words/abbreviations-in.ts";
import type { Sensitivity } from "../words/analyses-with-words.ts";
import type { Catalogue, ComparedWords, DetailWords } from "../words/catalogue.ts";
import { comparedRemarks, comparedSources, comparedText, randomisedFirst } from "./compared.ts";
import type { Copy } from "./copied.ts";
import { type EnrolledView, enrolledView } from "./enrolled.ts";
import { type RestsOn, restsOn } from "./opened.ts";
import { notesOf } from "./placed-notes.ts";
import { type ProductLines, productLinesOf } from "./product-lines.ts";
import { type PublishedAnalysis, publishedOf } from "./published.ts";
import { printedMedians } from "./reported.ts";
import { type NotPooledTexts, notPooledOf, type Source, sourcesOf } from "./sources.ts";
import { statisticsOf } from "./statistics.ts";
import { mediansOf, type StatedMedian } from "./survival.ts";
import { type SaidTiming, timingInRow } from "./timing.ts";
import { nounOf } from "./told.ts";
import { leftOutOf, type TrialList, trialsOf } from "./trials.ts";

/** So many comparisons of others are sent with a row; the report has all. */
const mostCompared = 2;

/** A trial and its own publication, for a link to its record. */
type Recorded = Pick<Source, "cohort" | "label" | "publication">;

export interface OpenedRow {
  readonly answerVersion: string;
  readonly outcome: string;
  readonly restsOn: RestsOn;
  readonly products: ProductLines & {
    /** Differences between products, where the classes are not compared. */
    readonly byName: readonly string[];
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
    /** "Certainty very low"; `null` where it is not rated. */
    readonly certainty: string | null;
    readonly notes: readonly string[];
    /** `null` where there is no difference to check. */
    readonly checks: {
      readonly text: string;
      /** Whether it is a difference that is lost, or that there is none. */
      readonly lose: "difference" | "no-difference";
      readonly lost: readonly string[];
    } | null;
    readonly enrolled: EnrolledView | null;
    readonly statistics: readonly string[];
  };
  readonly others: {
    readonly published: {
      readonly note: string;
      readonly analyses: readonly PublishedAnalysis[];
      readonly held: string | null;
    } | null;
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
  /** `null` if no check was made. */
  readonly checks: Pick<Sensitivity["held"], "finding" | "text" | "lost"> | null;
  readonly timing: readonly (TimingLine & SaidTiming)[];
  readonly compared: readonly ComparisonTable[];
  readonly copied: Copy;
  readonly outcomeLabel: (id: string) => string;
}

type Words = Pick<Catalogue, "screen" | "detail" | "survival">;

export function openedRowOf(
  row: OutcomeComparison,
  answer: Comparison,
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
      byName: row.byName?.map(({ text }) => text) ?? [],
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
      certainty:
        row.certainty.level === "not-rated"
          ? null
          : detail.certaintyLine(screen.certainty[row.certainty.level]),
      notes: textsOf(notes.sure),
      checks: checksOf(beside.checks),
      enrolled: enrolledView(row.pools["car-t"], detail, screen.numbers),
      statistics: statisticsOf(row, detail, screen),
    },
    others: {
      published: publishedIn(row, words),
      ...comparedIn(answer, beside, detail.compared),
    },
    copied: beside.copied,
    sources: {
      cited: sourcesOf(row, detail, screen),
      notPooled: notPooledOf(row, detail),
    },
  };
}

const textsOf = (notes: readonly Remark[]): string[] => notes.map(({ text }) => text);

/** With the abbreviations of the row's name spelled out. */
function headOf(row: OutcomeComparison, { query }: Comparison, words: DetailWords): RestsOn {
  const { sides, beneath } = restsOn(row, nounOf(query), words);
  const { abbreviations, spelledOut } = words;
  const names = abbreviationsIn([row.label, row.detail].join(" "), abbreviations);
  const spelled = names.map((one) => spelledOut(one, abbreviations[one]));
  return { sides, beneath: [...spelled, beneath].filter(Boolean).join(" ") };
}

function timingOf(row: OutcomeComparison, lines: BesideRow["timing"], words: DetailWords) {
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

function medianLinesOf(row: OutcomeComparison, words: Words) {
  const printed = therapyClasses.flatMap((group) => printedMedians(row.pools[group]));
  return mediansOf(row, words).flatMap((median, index) => {
    const one = printed[index];
    if (!one) return [];
    const { cohort, label, citation } = one;
    return { ...median, of: { cohort, label, publication: citation?.publication ?? null } };
  });
}

function checksOf(checks: BesideRow["checks"]): OpenedRow["sure"]["checks"] {
  if (checks === null || checks.finding === null) return null;
  return {
    text: checks.text,
    lose: checks.finding === 0 ? "no-difference" : "difference",
    // A single one is in the sentence.
    lost: checks.lost.length > 1 ? checks.lost.map(({ label }) => label) : [],
  };
}

function publishedIn({ published }: OutcomeComparison, { screen, detail }: Words) {
  // Not known, if the answer was made without them.
  if (published === null) return null;
  const { published: words } = detail;
  const analyses = publishedOf(published, words, screen.numbers);
  const { direction, outside, held } = published;
  const note = [
    words.note,
    direction !== null && words.direction[direction],
    outside.map(words.outside).join(". "),
  ];
  return {
    note: analyses.length > 0 ? note.filter(Boolean).join(" ") : "",
    analyses,
    held: words.held(held, analyses.length > 0),
  };
}

function comparedIn(
  { query }: Comparison,
  { compared, outcomeLabel }: BesideRow,
  words: ComparedWords,
): Pick<OpenedRow["others"], "compared" | "moreCompared"> {
  const asked = {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: query.priorBcma === "selected",
  };
  const tables = randomisedFirst(relevantTables(compared, asked));
  const shown = tables.slice(0, mostCompared);
  return {
    compared: shown.map((table) => ({
      label: table.study.label,
      kind: `${words.design[table.design]} · ${words.contrast[table.contrast]}`,
      results: table.rows.map((row) => {
        const definition = row.definition === null ? "" : `, ${row.definition}`;
        return `${outcomeLabel(row.outcome)}${definition}: ${comparedText(row, words)}`;
      }),
      remarks: comparedRemarks(table, words),
      sources: comparedSources(table).map(({ citation, href }) => ({ citation, href })),
    })),
    moreCompared: tables.length - shown.length,
  };
}
