/**
 * An answer at length: its rows with every trial, in sentences. Forest plots draw this; the first screen, the
 * opened row and the report are made of views of rows.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { axisOf } from "../row/axis-of.ts";
import { isEmpty } from "../row/copied-text.ts";
import { type ContrastText, contrastText } from "../row/difference.ts";
import { intervalKindOf, isCompared } from "../row/figures.ts";
import { notesOfAnswer, notesOfRow, type StatedNote } from "../row/notes.ts";
import { namedProduct, nameOfClass } from "../row/products.ts";
import { type FullSides, type RowStatement, rowStatement, sidesOf } from "../row/row-statement.ts";
import {
  type Together,
  type TrialStatement,
  togetherOf,
  trialStatement,
} from "../row/trial-statement.ts";
import { type IntervalKind, studyWordOf } from "../words/arguments.ts";
import { figure } from "../words/figure.ts";
import { screen } from "../words/screen.ts";
import { sentence } from "../words/sentences.ts";
import { rules } from "./counting-rules.ts";
import { scopeOf } from "./scope.ts";

export interface FullStatement {
  readonly dataVersion: string;
  readonly answerVersion: string;
  readonly notes: readonly StatedNote[];
  /** The evidence that was asked for, in one line. */
  readonly scope: string;
  /** Counting rules other than the usual ones. */
  readonly rules: readonly string[];
  /** The models of what is pooled in a picture. */
  readonly models: Readonly<Record<"logit" | "landmark", string>>;
  /** Whether no cohort answers the question. */
  readonly isEmpty: boolean;
  readonly href: string;
  /** Whether a clinician reviewed the data. */
  readonly review: string;
}

export interface FullRow extends RowStatement {
  /** Survival at a month. */
  readonly isLandmark: boolean;
  /** The upper end of its axis, in patients of 100. */
  readonly axis: 20 | 100;
  readonly classes: Readonly<Record<TherapyClass, FullClass>>;
  readonly notes: readonly StatedNote[];
  readonly contrast: ContrastText;
  /** "cilta-cel against bispecific antibodies" */
  readonly contrastHeading: string;
  /** Empty without a difference. */
  readonly certainty: string;
  /** Kinds of the intervals of its pools, without repeats. */
  readonly intervals: readonly IntervalKind[];
}

/** One class of a row with its trials. */
export interface FullClass extends Together {
  /** "Bispecific antibodies", or its only product. */
  readonly name: string;
  /** "7 trials, 415 patients"; empty without any. */
  readonly evidence: string;
  /** Each trial stands for itself: nothing is pooled. */
  readonly isByTrial: boolean;
  readonly trials: readonly TrialStatement[];
  /** Why there are no trials or no pool; empty if there are. */
  readonly missing: string;
  /** "3 selected CAR-T studies without a figure that can be pooled."; empty if none. */
  readonly notPooledNote: string;
}

export function fullStatement(answer: Answer): FullStatement {
  const { query, selection, review, href } = answer;
  const { model } = query;
  return {
    dataVersion: answer.dataVersion,
    answerVersion: answer.answerVersion,
    notes: notesOfAnswer(answer),
    scope: scopeOf(answer),
    rules: rules(query),
    models: {
      logit: figure.model(model, "logit"),
      landmark: figure.model(model, "landmark"),
    },
    isEmpty: isEmpty({ selection }),
    href,
    review: review.statement,
  };
}

export function fullRow(row: Row, answer: Answer): FullRow {
  const { query } = answer;
  const { pools } = row;
  const sides = sidesOf(row, answer);
  const missing = { "car-t": sides["car-t"].missing, bsab: sides.bsab.missing };
  const classOf = (group: TherapyClass) => fullClass(group, row, answer, sides);
  const rated = therapyClasses.filter((group) => sides[group].rate !== null);
  return {
    ...rowStatement(row, answer, sides),
    isLandmark: familyOf(row.outcome) !== null,
    axis: axisOf(row),
    classes: { "car-t": classOf("car-t"), bsab: classOf("bsab") },
    notes: notesOfRow(row, answer),
    contrast: contrastText(row, answer, missing),
    contrastHeading: figure.contrastHeading(namedProduct(pools["car-t"]), namedProduct(pools.bsab)),
    certainty: isCompared(row) ? screen.verdict.certainty(studyWordOf(query)) : "",
    intervals: [...new Set(rated.map((group) => intervalKindOf(query, pools[group])))].sort(),
  };
}

function fullClass(group: TherapyClass, row: Row, answer: Answer, sides: FullSides): FullClass {
  const pool = row.pools[group];
  const { k, n, status, notPooled } = pool;
  const { query } = answer;
  const isByTrial = status === "by-trial";
  const without = isByTrial ? figure.byTrial : pool.estimate === null ? figure.notEstimated : "";
  return {
    name: nameOfClass(pool, figure.className[group]),
    evidence: k === 0 ? "" : screen.trials(studyWordOf(query), k, n),
    isByTrial,
    trials: pool.studies.map((study) => trialStatement(study, pool)),
    ...togetherOf(pool, query),
    missing: k === 0 ? sentence(sides[group].missing ?? "") : without,
    notPooledNote: notPooled.length === 0 ? "" : figure.notPooled(notPooled.length, group),
  };
}
