/**
 * An answer at length: its rows with every trial, check and source, in sentences. Report and pictures
 * draw this; the first screen and the opened row are made of the same parts.
 */
import type { Answer, Row } from "#core/answer/answer.ts";
import type { LeaveOneOut } from "#core/answer/leave-one-out.ts";
import type { TrialApart } from "#core/answer/trials-apart.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type IntervalKind, type StudyWord, studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { sayReason } from "../words/codes.ts";
import { capitalised, sentence } from "../words/sentences.ts";
import { axisOf } from "./axis.ts";
import { type ProductEvidence, productEvidence } from "./by-trial.ts";
import { type ChecksStatement, checksOf } from "./checks.ts";
import { type ContrastText, contrastText } from "./difference.ts";
import { hasNumber, intervalKindOf, isCompared } from "./figures.ts";
import { type CollectedStatement, collectedOf } from "./intention-to-treat.ts";
import { notesOfAnswer, notesOfRow, type StatedNote } from "./notes.ts";
import { namedProduct, nameOfClass } from "./products.ts";
import { publishedOf, type StatedPublished } from "./published.ts";
import { type QuestionText, questionText } from "./question.ts";
import { type FullSides, type RowStatement, rowStatement, sidesOf } from "./row.ts";
import { scopeOf } from "./scope.ts";
import { extentOf, followUpsOf, sideAtLength } from "./side.ts";
import { type NotPooledText, notPooledText } from "./sources.ts";
import { isEmpty, type Statement, statementOf } from "./statement.ts";
import { type StatedTiming, type TimingOfClass, timingInRow } from "./timing.ts";
import { type Together, type TrialStatement, togetherOf, trialStatement } from "./trials.ts";

export interface FullStatement {
  readonly view: Statement;
  readonly rows: readonly FullRow[];
  readonly notes: readonly StatedNote[];
  readonly noun: StudyWord;
  /** The evidence that was asked for, in one line. */
  readonly scope: string;
  readonly question: QuestionText;
  /** Whether no cohort answers the question. */
  readonly isEmpty: boolean;
  readonly leftOut: readonly LeftOut[];
  /** Filters that would find more, each with what it leads to. */
  readonly widened: readonly string[];
  readonly href: string;
  /** Whether a clinician reviewed the data. */
  readonly review: string;
}

/** A cohort that does not answer the question. */
export interface LeftOut {
  readonly cohort: string;
  readonly label: string;
  readonly group: TherapyClass;
  readonly parameter: string;
  /** By the reader. */
  readonly isByHand: boolean;
  readonly reason: string;
  /** The reason without the values of this cohort. */
  readonly shared: string;
}

export interface FullRow extends RowStatement {
  /** With what it counts: "Severe CRS (grade ≥ 3)". */
  readonly title: string;
  /** Survival at a month. */
  readonly isLandmark: boolean;
  readonly hasNumber: boolean;
  /** The upper end of its axis, in patients of 100. */
  readonly axis: 20 | 100;
  readonly classes: Readonly<Record<TherapyClass, FullClass>>;
  readonly notes: readonly StatedNote[];
  /** "follow-up CAR-T 12 months, bispecific 14 months"; empty where events do not add up. */
  readonly followUp: string;
  readonly contrast: ContrastText;
  /** "cilta-cel against bispecific antibodies" */
  readonly contrastHeading: string;
  /** Empty without a difference. */
  readonly certainty: string;
  /** Kinds of the intervals of its pools, without repeats. */
  readonly intervals: readonly IntervalKind[];
  /** `null` without a difference. */
  readonly checks: ChecksStatement | null;
  readonly collected: CollectedStatement | null;
  readonly headToHead: readonly string[];
  readonly timing: readonly TimingOfClass<StatedTiming>[];
  readonly published: StatedPublished | null;
}

/** One class of a row with its trials. */
export interface FullClass extends Together {
  readonly group: TherapyClass;
  /** "Bispecific antibodies", or its only product. */
  readonly name: string;
  /** "7 trials, 415 patients"; empty without any. */
  readonly evidence: string;
  readonly sentences: readonly string[];
  readonly products: readonly ProductEvidence[];
  /** "73–97 in 4 trials"; empty without any. */
  readonly extent: string;
  /** Each trial stands for itself: nothing is pooled. */
  readonly isByTrial: boolean;
  readonly trials: readonly TrialStatement[];
  /** "8 CAR-T trials pooled, each with its own exact 95 % interval" */
  readonly trialsLead: string;
  /** Why there are no trials or no pool; empty if there are. */
  readonly missing: string;
  readonly notPooled: readonly NotPooledText[];
  /** "3 selected CAR-T studies without a figure that can be pooled."; empty if none. */
  readonly notPooledNote: string;
  /** "3 selected CAR-T trials not pooled" */
  readonly notPooledLead: string;
}

/** What is known of a row beside its answer. */
export interface BesideRows {
  /** How soon and how long, of all cohorts. */
  readonly timing: (outcome: string) => readonly StatedTiming[];
  /** With any one trial left out; `null` where that was not worked out. */
  readonly leaveOneOut: (outcome: string) => LeaveOneOut | null;
  /** The trials that set a rate apart from published pools. */
  readonly apart: (outcome: string) => readonly TrialApart[];
}

const alone: BesideRows = {
  timing: () => [],
  leaveOneOut: () => null,
  apart: () => [],
};

export function fullStatement(
  answer: Answer,
  words: Catalogue,
  beside: BesideRows = alone,
): FullStatement {
  const { query, selection, review, href } = answer;
  const { wider, cohorts } = selection;
  return {
    view: statementOf(answer, words),
    rows: answer.outcomes.map((row) => fullRow(row, answer, words, beside)),
    notes: notesOfAnswer(answer, words),
    noun: studyWordOf(query),
    scope: scopeOf(answer, words),
    question: questionText(answer, words),
    isEmpty: isEmpty({ cohorts }),
    leftOut: leftOutOf(answer, words),
    widened: wider.map(({ parameter, cohorts: then }) =>
      words.report.leftOut.question(
        capitalised(words.widening.names[parameter] ?? parameter),
        then,
      ),
    ),
    href,
    review: review.statement,
  };

  function leftOutOf({ selection: { excluded } }: Answer, { codes, report }: Catalogue): LeftOut[] {
    return excluded.map(({ cohort, label, therapyClass, parameter, reason: code }) => ({
      cohort,
      label,
      group: therapyClass,
      parameter,
      isByHand: parameter === "exclude" && query.exclude.includes(cohort),
      reason: sayReason(code, codes.exclusions),
      shared:
        parameter === "therapy-class" ? report.leftOut.otherClass : report.leftOut.shared(code),
    }));
  }
}

export function fullRow(
  row: Row,
  answer: Answer,
  words: Catalogue,
  { leaveOneOut, apart, timing }: BesideRows = alone,
): FullRow {
  const { screen, figure } = words;
  const { query } = answer;
  const { label, pools, phrase } = row;
  const sides = sidesOf(row, answer, words);
  const followUps = followUpsOf(row);
  // The reason why nothing is compared has them.
  const isSaid = row.contrasts[0]?.status === "follow-ups-apart";
  const missing = { "car-t": sides["car-t"].missing, bsab: sides.bsab.missing };
  const classOf = (group: TherapyClass) => fullClass(group, row, answer, sides, words);
  const statement = rowStatement(row, answer, words, sides);
  const { detail } = statement;
  const rated = therapyClasses.filter((group) => sides[group].rate !== null);
  return {
    ...statement,
    title: detail === null ? label : `${label} (${detail})`,
    isLandmark: familyOf(row.outcome) !== null,
    hasNumber: hasNumber(row),
    axis: axisOf(row),
    classes: { "car-t": classOf("car-t"), bsab: classOf("bsab") },
    notes: notesOfRow(row, answer, words),
    followUp: followUps && !isSaid ? screen.followUps(...followUps) : "",
    contrast: contrastText(row, answer, missing, words),
    contrastHeading: figure.contrastHeading(
      namedProduct(pools["car-t"], screen.headline),
      namedProduct(pools.bsab, screen.headline),
    ),
    certainty: isCompared(row) ? screen.verdict.certainty(studyWordOf(query)) : "",
    intervals: [...new Set(rated.map((group) => intervalKindOf(query, pools[group])))].sort(),
    checks: checksOf(row, leaveOneOut(row.outcome), words),
    collected: collectedOf(pools["car-t"].intentionToTreat, phrase, query, words),
    headToHead: row.headToHead.map(screen.headToHead),
    timing: timingInRow(timing(row.outcome), row),
    published: publishedOf(row, apart(row.outcome), words.detail.published, screen.numbers),
  };
}

function fullClass(
  group: TherapyClass,
  row: Row,
  answer: Answer,
  sides: FullSides,
  words: Catalogue,
): FullClass {
  const { figure, screen, report } = words;
  const pool = row.pools[group];
  const { k, n, status } = pool;
  const { query } = answer;
  const noun = studyWordOf(query);
  const isByTrial = status === "by-trial";
  const isLandmark = familyOf(row.outcome) !== null;
  const without = isByTrial ? figure.byTrial : pool.estimate === null ? figure.notEstimated : "";
  const notPooled = pool.notPooled.map((one) => notPooledText(one, words));
  return {
    group,
    name: nameOfClass(pool, figure.className[group], screen.headline),
    evidence: k === 0 ? "" : screen.trials(noun, k, n),
    sentences: sideAtLength(group, row, answer, sides[group], words),
    products: productEvidence(pool, row, screen.classPlural[group], words),
    extent: extentOf(pool, answer, words),
    isByTrial,
    trials: pool.studies.map((study) => trialStatement(study, pool, query, words)),
    trialsLead: report.cohorts.pooled(
      k,
      pool.studies.length,
      { group, noun },
      isLandmark,
      isByTrial,
    ),
    ...togetherOf(pool, query, words),
    missing: k === 0 ? sentence(sides[group].missing ?? "") : without,
    notPooled,
    notPooledNote: notPooled.length === 0 ? "" : figure.notPooled(notPooled.length, group),
    notPooledLead: report.cohorts.notPooled(notPooled.length, { group, noun }),
  };
}
