/**
 * The statement of an answer: what its verdict, its rows, sides and differences are and say. Screens,
 * report, tables and pictures draw it and decide nothing, so all show the same digits.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { anyPool, headlineOutcome, isOfTreated } from "../row/figures.ts";
import { collectedInRow } from "../row/intention-to-treat.ts";
import { notesOfAnswer, type StatedNote, textsAt } from "../row/notes.ts";
import {
  aboveRows,
  type RandomisedStatement,
  randomisedStatements,
} from "../row/randomised-trials.ts";
import { type RowStatement, rowStatement } from "../row/row-statement.ts";
import { studyWordOf } from "../words/arguments.ts";
import { plain } from "../words/numbers.ts";
import { rangeText } from "../words/range-text.ts";
import { screen } from "../words/screen.ts";
import { type QuestionInWords, questionInWords } from "./scope.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface Statement {
  canonical: string;
  /** As in the data, `2026-11-20`: a text in the reader's words cannot be counted with. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
  verdict: Verdict;
  /** The outcome whose rates are drawn below the verdict; `null` if it has none. */
  headlineOutcome: string | null;
  /** Whom these rates count: "of 100 infused"; empty without that outcome. */
  counted: Record<TherapyClass, string>;
  /** What they are of all whose cells were collected; among the notes where there is a heavier doubt. */
  collected: string;
  /** How certain all of it is, said once; empty without a figure. */
  certainty: string;
  /** Who was in these trials: after BCMA therapy, the earlier therapy by kind; else the ages. */
  patients: string;
  question: QuestionInWords;
  /** "9 trials": with a figure in any row. */
  trials: string;
  /** Where a side rests on the label of some regions only, or on none; else empty. */
  labels: string;
  /** Randomised trials that stand above the rows: those that lead, or have a line. */
  randomised: readonly RandomisedStatement[];
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowStatement[];
  cohorts: Record<TherapyClass, number>;
  /** Notes of the whole answer. */
  notes: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  review: string;
}

export function statementOf(answer: Answer): Statement {
  const { outcomes, selection } = answer;

  const notes = notesOfAnswer(answer);
  const trials = trialsText(answer);
  const headline = headlineOutcome(outcomes);
  const rows = outcomes.map((row) => rowStatement(row, answer));
  const collected = collectedText(answer);
  // Two doubts stand beside the numbers: separate trials, and then the heavier one.
  const isBelow = notes.some(({ code }) => code === "patients-apart");
  return {
    canonical: answer.canonical,
    dataDate: answer.dataDate,
    dataVersion: answer.dataVersion,
    answerVersion: answer.answerVersion,
    verdict: verdictOf(answer),
    headlineOutcome: headline?.outcome ?? null,
    counted: countedOf(headline),
    collected: isBelow ? "" : collected,
    certainty: certaintyOf(answer),
    patients: patientsOf(answer, notes),
    labels: textsAt(notes, "labels").join(" "),
    randomised: randomisedStatements(aboveRows(answer)),
    reset: selection.reset,
    question: questionInWords(answer, trials),
    trials,
    rows,
    cohorts: selection.cohorts,
    notes: [
      ...(isBelow && collected ? [collected] : []),
      ...(rows.some(({ difference }) => difference) ? [screen.fitted] : []),
      ...textsAt(notes, "answer"),
    ],
    review: answer.review.status === "reviewed" ? "" : screen.notReviewed,
  };
}

/** Whether no study answers the question. */
export function isEmpty({ cohorts }: Pick<Statement, "cohorts">): boolean {
  return therapyClasses.every((group) => cohorts[group] === 0);
}

function trialsText({ patients, query }: Answer): string {
  const count = therapyClasses.reduce((sum, group) => sum + patients[group].trials, 0);
  return screen.trialsOf(studyWordOf(query), count);
}

/** How certain all of it is; empty without a figure. */
function certaintyOf({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  return anyPool(outcomes) ? screen.verdict.certainty(studyWordOf(query)) : "";
}

function countedOf(headline: Row | undefined): Statement["counted"] {
  const of = (group: TherapyClass) =>
    headline ? screen.countedOf[isOfTreated(headline.pools[group]) ? group : "others"] : "";
  return { "car-t": of("car-t"), bsab: of("bsab") };
}

/** What the rates of the headline are of all whose cells were collected; empty where it is not known. */
export function collectedText({ outcomes, query }: Pick<Answer, "outcomes" | "query">): string {
  const headline = headlineOutcome(outcomes);
  return headline ? collectedInRow(headline, query) : "";
}

/**
 * Who was in the trials with a figure: after earlier therapy the kinds of it; else ages or prior lines
 * where those of the classes do not overlap, or else the ages.
 */
function patientsOf({ query, patients }: Answer, notes: readonly StatedNote[]): string {
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  const isApart = notes.some(({ code }) => code === "patients-apart");
  const text = ({ lowest: min, highest: max }: NonNullable<typeof carT>) =>
    min === max ? plain(min) : rangeText({ min, max });
  const ages =
    !isApart && !isAfterTherapy(query) && carT && bsab
      ? screen.verdict.ages(studyWordOf(query), text(carT), text(bsab))
      : "";
  return [ages, ...textsAt(notes, "verdict")].filter(Boolean).join(" ");
}
