/**
 * The view of an answer that the element draws: both classes row by row, survival trial by trial, or drug by drug.
 * Sentences are in words, dates as in the data; the element computes nothing.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { FamilyMonths } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { combinedProducts, isEmpty } from "../row/figures.ts";
import { legendOf } from "../row/legend.ts";
import { notesOfAnswer, type PlacedNote, textsAt } from "../row/notes.ts";
import { aboveRows, isLed, isOfHarms } from "../row/randomised-trials.ts";
import { nameOf, nameOfRow } from "../row/row-name.ts";
import { isUnreported, type OnsetOf, type RowView, rowViews } from "../row/row-view.ts";
import { classAdjective } from "../words/class-names.ts";
import { leftOutText } from "../words/labels.ts";
import { studyWordOf } from "../words/study-word.ts";
import { widening } from "../words/widen-filters.ts";
import { collectedText, reviewText, trialsText } from "./answer-texts.ts";
import { type ByDrug, byDrugOf, type DrugEvidence, notesOfDrugs } from "./by-drug.ts";
import { type DoubtBox, doubtBoxOf, isOffered, labelsInBrief } from "./doubt-box.ts";
import { type QuestionView, questionView } from "./question-view.ts";
import { type RandomisedView, randomisedHarms, randomisedView } from "./randomised.ts";
import { type SurvivalView, survivalOf } from "./survival.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** The parts that every kind of screen has. */
interface View extends Pick<Answer, "canonical" | "dataDate" | "dataVersion" | "answerVersion"> {
  readonly verdict: Verdict;
  /** Holds text such as "9 trials": with a figure in any row. */
  readonly trials: string;
  /** Holds the canonical query with every filter at its default. */
  readonly reset: string;
  readonly cohorts: Readonly<Record<TherapyClass, number>>;
  /** Notes of the whole answer. */
  readonly notes: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  readonly review: string;
  readonly question: QuestionView;
  /** It is `null` where there is no number. */
  readonly doubt: DoubtBox | null;
  /** It stands above the rows; it is `null` where there is no trial. */
  readonly randomised: RandomisedView | null;
  readonly rows: readonly RowView[];
  /** Explains the short names of drugs in the rows: "tec: teclistamab."; absent if there are none. */
  readonly legend?: string;
  /** Outcomes of which no trial reports anything, named in one line. */
  readonly unreported: readonly NamedRow[];
  /** Regimens left out for their label, or a class without a trial, with questions that bring them back. */
  readonly leftOut: LeftOut | null;
}

/** A row that is opened by its name. */
interface NamedRow {
  readonly outcome: string;
  readonly name: string;
}

export type Screen =
  | (View & { readonly kind: "classes" })
  | (View & {
      readonly kind: "survival";
      readonly survival: SurvivalView;
      /** Rows of months, which are opened by name. */
      readonly months: readonly NamedRow[];
    })
  | (View & { readonly kind: "products"; readonly byDrug: ByDrug });

export type ScreenKind = Screen["kind"];
export type ScreenOf<Kind extends ScreenKind> = Extract<Screen, { readonly kind: Kind }>;

/** The views of a question: the short set of outcomes, all harms, survival, or drugs side by side. */
export type Tab = "summary" | Exclude<Outcome["group"], "efficacy"> | "products";

/** Data of a screen that are not part of its answer. */
export interface ScreenEvidence {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  readonly onsetOf: OnsetOf;
}

export interface LeftOut {
  /** Holds text such as "Left out for its label:"; empty of a class without a trial. */
  readonly lead: string;
  readonly text: string;
  readonly offers: readonly {
    readonly query: string;
    readonly label: string;
    /** The studies that it leads to; absent where they are named. */
    readonly leadsTo?: string;
  }[];
}

/** More would be a list to search. */
const mostOffers = 3;

/**
 * @param products The answer product by product, if that was asked for, with its supplement.
 */
export function screenOf(
  answer: Answer,
  products: { readonly answer: Answer<string>; readonly evidence: DrugEvidence } | null,
  evidence: ScreenEvidence,
): Screen {
  const survivalScreen = products ? null : survivalOf(answer, evidence.monthsOf);
  // Neither medians nor randomised trials in the headline say that the classes are not compared.
  const isStatedAbove = survivalScreen === null && !isLed(answer);
  const view = viewOf(answer, evidence.onsetOf, isStatedAbove);
  if (products) {
    // Their own lines and notes stand in place of those of the classes; what is taken back stays with the products.
    const { canonical, query } = products.answer;
    const reset = [view.reset, `compare=${query.compare}`].filter(Boolean).join("&");
    const { byDrug, unreported, headline } = byDrugOf(
      products.answer,
      products.evidence,
      evidence.onsetOf,
    );
    const notes = notesOfDrugs(products.answer);
    const verdict = { lead: headline, harms: "" };
    const productsPart = { canonical, reset, verdict, rows: [], unreported, notes };
    return { ...view, ...productsPart, kind: "products", byDrug };
  }
  if (!survivalScreen) return { ...view, ...legendIn(view.rows), kind: "classes" };
  const { survival, lead, months } = survivalScreen;
  const matched = new Set(survival.matched);
  const included = new Set(answer.selection.included.map(({ cohort }) => cohort));
  const rows = view.rows
    .filter(({ outcome }) => !months.has(outcome))
    // Its own headings stand above these rows, and matched patients are said once.
    .map(({ heading: _, ...row }) => ({
      ...row,
      notes: row.notes.filter((note) => !matched.has(note)),
    }));
  return {
    ...view,
    ...legendIn(rows),
    // Above survival the line of the trial has room on every screen.
    doubt: view.doubt && withoutTrial(view.doubt),
    kind: "survival",
    randomised: randomisedView(answer.randomised, included),
    verdict: lead === null || isLed(answer) ? view.verdict : { lead, harms: "" },
    rows,
    unreported: view.unreported.filter(({ outcome }) => !months.has(outcome)),
    survival,
    // Nothing could be read in the row of a month that nobody reports.
    months: view.rows
      .filter(({ outcome }) => months.get(outcome) === true)
      .map((row) => ({ outcome: row.outcome, name: nameOf(row) })),
  };
}

function withoutTrial({ randomised: _, ...doubt }: DoubtBox): DoubtBox {
  return doubt;
}

/** The legend of abbreviated drug names in the rows; absent if there are none. */
function legendIn(rows: readonly RowView[]): Pick<View, "legend"> {
  const legend = legendOf(rows);
  return legend === "" ? {} : { legend };
}

function viewOf(answer: Answer, onsetOf: OnsetOf, isStatedAbove: boolean): View {
  const { canonical, dataDate, dataVersion, answerVersion, selection } = answer;
  const trials = trialsText(answer);
  const notesOfView = notesOfAnswer(answer);
  const rows = rowViews(answer, onsetOf, isStatedAbove);
  const unreported = unreportedRows(answer);
  const leftOut = leftOutForLabel(answer) ?? emptyClass(answer);
  // The button already states these regimens, so the note below is dropped.
  const repeated = leftOut?.lead
    ? notesOfView.find(({ code }) => code === "left-out-for-label")
    : undefined;
  return {
    canonical,
    dataDate,
    dataVersion,
    answerVersion,
    verdict: verdictOf(answer),
    trials,
    reset: selection.reset,
    cohorts: selection.cohorts,
    notes: notesBelow(answer, notesOfView).filter((text) => text !== repeated?.text),
    review: reviewText(answer),
    question: questionView(answer, trials, labelsInBrief(answer)),
    doubt: doubtBoxOf(answer, notesOfView),
    randomised: isOfHarms(answer)
      ? randomisedHarms(answer.randomised)
      : randomisedView(
          aboveRows(answer),
          null,
          rows.length + unreported.length < answer.outcomes.length,
        ),
    rows,
    unreported,
    leftOut,
  };
}

/** Notes of the whole answer. Two doubts are shown with the numbers: separate trials, and then the heavier one. */
function notesBelow(answer: Answer, notes: readonly PlacedNote[]): string[] {
  const isBelow = notes.some(({ code }) => code === "patients-apart");
  const collected = isBelow ? collectedText(answer) : "";
  return [...(collected ? [collected] : []), ...textsAt(notes, "answer")];
}

/** After one or two lines: the regimens whose label alone leaves them out, and one way to count them. */
function leftOutForLabel(answer: Answer): LeftOut | null {
  const note = answer.notes.find((entry) => entry.code === "left-out-for-label");
  if (!note || !isOffered(answer)) return null;
  const isSingle = note.regimens.length === 1;
  return {
    lead: "Left out for its label:",
    text: leftOutText(note.regimens, combinedProducts(answer.outcomes)),
    offers: [{ query: note.query, label: `Show ${isSingle ? "its" : "their"} results` }],
  };
}

/** Nothing where no trial answers the question, which is said once for all outcomes. */
function unreportedRows(answer: Answer): NamedRow[] {
  if (isEmpty(answer)) return [];
  return answer.outcomes.filter(isUnreported).map((row) => ({
    outcome: row.outcome,
    name: nameOfRow(row, answer),
  }));
}

function emptyClass({
  query,
  selection: { cohorts, wider },
}: Pick<Answer, "query" | "selection">): LeftOut | null {
  const noun = studyWordOf(query);
  const empty = therapyClasses.filter((group) => cohorts[group] === 0);
  const [only] = empty;
  if (only === undefined) return null;
  const isWhole = empty.length === therapyClasses.length;
  return {
    lead: "",
    text: isWhole ? widening.empty : widening.emptyClass(classAdjective[only], noun),
    offers: wider.slice(0, mostOffers).map(({ parameter, query, cohorts: then }) => ({
      query,
      label: widening.names[parameter] ?? parameter,
      leadsTo: widening.leadsTo(then["car-t"], then.bsab, noun),
    })),
  };
}
