/**
 * Makes the view of an answer that the element draws: both classes row by row, survival trial by trial, or drug by
 * drug. Sentences are complete texts and dates have the format of the data; the element computes nothing.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import {
  gatherProductsGivenInCombination,
  hasNoSelectedCohorts,
  isRowCompared,
  isRowOfDeaths,
} from "../row/figures.ts";
import { describeKeyToMarks } from "../row/key.ts";
import { makeConditionsTextOutsideTables } from "../row/label-conditions.ts";
import { joinLabelAndDetail } from "../row/names.ts";
import { nameOnlyProductOfRows } from "../row/products.ts";
import {
  type ArmsEvidence,
  makeRandomisedViewOfAnswer,
  type RandomisedView,
} from "../row/randomised-table.ts";
import { hasHarmsOnly, isLedByRandomisedTrial } from "../row/randomised-trials.ts";
import { listUnreportedRows, makeRowViews, type NamedGap, type RowView } from "../row/row-view.ts";
import { describeRegimensLeftOut, type LabelText } from "../words/labels.ts";
import { chooseStudyWord, classAdjective, className, unreported } from "../words/names.ts";
import type { Placed } from "../words/places.ts";
import { formatCountWithNoun } from "../words/sentences.ts";
import { widening } from "../words/widen-filters.ts";
import { describeAnswerReview, formatTrialCount } from "./answer-texts.ts";
import { type ByDrug, type DrugEvidence, makeByDrugScreenParts, type OnsetOf } from "./by-drug.ts";
import {
  type CourseView,
  describeCourseHeadline,
  type LaneEvidence,
  makeCourseView,
  type TreatmentFacts,
} from "./course.ts";
import { type DoubtBox, makeDoubtBox } from "./doubt-box.ts";
import {
  type HarmGroup,
  isQuestionAboutAllHarms,
  makeHarmGroups,
  type TimesOfOutcome,
} from "./harm-groups.ts";
import { describeLabelsRequiringMoreLines, placeNotes } from "./placed-notes.ts";
import { makeQuestionView, type QuestionView } from "./question-view.ts";
import { makeSurvivalScreen, type SurvivalEvidence, type SurvivalView } from "./survival.ts";
import { makeLead, makeVerdict, type Verdict } from "./verdict.ts";

interface View extends Pick<Answer, "canonical" | "dataDate" | "dataVersion" | "answerVersion"> {
  readonly verdict: Verdict;
  /** States the number of trials with a figure in any row, as in "9 trials". */
  readonly trials: string;
  /** Holds the canonical query with every filter at its default. */
  readonly reset: string;
  readonly cohorts: Readonly<Record<TherapyClass, number>>;
  /** Lists notes on the whole answer. */
  readonly notes: readonly string[];
  /** States how many of the trials behind the screen clinicians have checked. */
  readonly review: string;
  readonly question: QuestionView;
  /** States what labels require beyond prior lines, of regimens without a randomised table; `null` if nothing. */
  readonly label: LabelText | null;
  /** The box is `null` if no number is shown. */
  readonly doubt: DoubtBox | null;
  /** The trials stand above the rows; `null` if there is none. */
  readonly randomised: RandomisedView | null;
  readonly rows: readonly RowView[];
  /** Explains the marks and the short names of drugs in the rows; empty without rows. */
  readonly key: string;
  /** Lists outcomes that no trial reports, named in one line. */
  readonly unreported: readonly NamedGap[];
  /** Lists regimens left out for their label, or a class without a trial, with questions that bring them back. */
  readonly leftOut: LeftOut | null;
}

interface NamedRow {
  readonly outcome: string;
  readonly name: string;
}

export type Screen =
  | (View & {
      readonly kind: "classes";
      /** States how many of all apheresed were infused, and leads to the course; absent if it is not known. */
      readonly toCourse?: string;
      /** Holds the rows in groups if all of them are harms; absent for any other question. */
      readonly harmGroups?: readonly HarmGroup[];
      /** Holds the rows that are folded under the first ones, beside the answer for one patient; absent elsewhere. */
      readonly foldedRows?: readonly RowView[];
    })
  | (View & {
      readonly kind: "survival";
      readonly survival: SurvivalView;
      /** Lists rows of months, which are opened by name. */
      readonly months: readonly NamedRow[];
      /** Lists outcomes whose rows are causes of death. */
      readonly deaths: readonly string[];
    })
  | (View & { readonly kind: "products"; readonly byDrug: ByDrug })
  | (View & { readonly kind: "course"; readonly course: CourseView });

export type ScreenKind = Screen["kind"];
export type ScreenOf<Kind extends ScreenKind> = Extract<Screen, { readonly kind: Kind }>;

/** Names the views of a question: the short set of outcomes, the course, all harms, survival, or drugs side by side. */
export type Tab = "summary" | "course" | Exclude<Outcome["group"], "efficacy"> | "products";

/** Holds data of a screen that are not part of its answer. */
export interface ScreenEvidence extends ArmsEvidence, SurvivalEvidence {
  readonly onsetOf: OnsetOf;
  readonly timesOfHarm: TimesOfOutcome;
  /** Counts the trials of the question that have no figure in any row, and share no patients with one that has. */
  readonly trialsWithoutFigure: number;
}

export interface LeftOut {
  /** The first words are text such as "Left out for its label:"; empty for a class without a trial. */
  readonly lead: string;
  readonly text: string;
  readonly offers: readonly {
    readonly query: string;
    readonly label: string;
    /** States the number of studies that the offered question counts; absent if the studies are named. */
    readonly leadsTo?: string;
  }[];
}

/** More offers than this would be a list to search. */
const mostOffers = 3;

/**
 * Returns the screen of an answer: that of drugs if `products` is given, that of survival if the answer has several
 * months of one kind of survival, else that of the classes.
 *
 * @param products The answer product by product, if the question asks for it, with its supplement.
 */
export function makeScreen(
  answer: Answer,
  products: { readonly answer: Answer<string>; readonly evidence: DrugEvidence } | null,
  evidence: ScreenEvidence,
): Screen {
  const survivalScreen = products ? null : makeSurvivalScreen(answer, evidence);
  const surface = products ? "drugs" : evidence.isReport ? "report" : "screen";
  const placed = placeNotes(surface, answer, products?.answer);
  const view = makeCommonScreenView(answer, evidence, placed, survivalScreen !== null);
  if (products) {
    // The lines of the products replace those of the classes. Resetting the filters keeps the comparison of products.
    const { canonical, query } = products.answer;
    const reset = [view.reset, `compare=${query.compare}`].filter(Boolean).join("&");
    const { byDrug, unreported, headline } = makeByDrugScreenParts(
      products.answer,
      products.evidence,
      evidence.onsetOf,
    );
    const verdict = makeLead(headline);
    const ofProducts = { canonical, reset, verdict, rows: [], key: "", unreported };
    return { ...view, ...ofProducts, kind: "products", byDrug };
  }
  if (!survivalScreen) return makeScreenByClass(answer, view, evidence);
  const { survival, lead, months } = survivalScreen;
  const shown = new Set(survivalScreen.rows.map(({ outcome }) => outcome));
  const rows = view.rows.filter(({ outcome }) => shown.has(outcome));
  return {
    ...view,
    key: describeKeyToMarks(rows),
    kind: "survival",
    randomised: null,
    verdict: lead === null ? view.verdict : makeLead(lead),
    rows,
    unreported: view.unreported.filter(({ outcome }) => shown.has(outcome)),
    survival,
    deaths: answer.outcomes.filter(isRowOfDeaths).map(({ outcome }) => outcome),
    // A month that no trial reports has no row to open.
    months: view.rows
      .filter(({ outcome }) => months.get(outcome) === true)
      .map((row) => ({ outcome: row.outcome, name: joinLabelAndDetail(row) })),
  };
}

/** Returns the screen of the course of a treatment. */
export function makeCourseScreen(
  answer: Answer,
  lanes: readonly LaneEvidence[],
  facts: TreatmentFacts,
  evidence: ScreenEvidence,
  isRandomised: boolean,
): ScreenOf<"course"> {
  const view = makeCommonScreenView(answer, evidence, placeNotes("screen", answer), false);
  const course = makeCourseView(lanes, facts);
  const lead = describeCourseHeadline(course, isRandomised);
  return {
    ...view,
    ...{ kind: "course", course, verdict: lead ? makeLead(lead) : view.verdict },
    ...{ randomised: null, rows: [], unreported: [], key: "" },
    // A lane that a reader chose is no class without a trial.
    leftOut: lanes.some(({ product }) => product) ? null : view.leftOut,
  };
}

/** Makes the screen of both classes row by row; harms alone stand in groups, each of which folds its own legend. */
function makeScreenByClass(answer: Answer, view: View, evidence: ScreenEvidence): Screen {
  if (!hasHarmsOnly(answer)) return { ...view, kind: "classes" };
  const harmGroups = makeHarmGroups(answer, view.rows, evidence.timesOfHarm);
  const drawn = new Set(harmGroups.map(({ outcomes: [first] }) => first));
  const grouped = new Set(
    harmGroups.flatMap(({ unreported }) => unreported.map(({ outcome }) => outcome)),
  );
  return {
    ...view,
    // The fold under a row explains the marks of its rows itself.
    key: describeKeyToMarks(
      view.rows.filter(({ outcome }) => drawn.has(outcome)),
      true,
    ),
    kind: "classes",
    notes: [...listTrialsWithoutHarms(evidence.trialsWithoutFigure, answer), ...view.notes],
    unreported: view.unreported.filter(({ outcome }) => !grouped.has(outcome)),
    harmGroups,
  };
}

/** Lists "2 more trials: harms not reported.", because other screens count these trials, unless the question names its harms. */
function listTrialsWithoutHarms(trials: number, { query }: Pick<Answer, "query">): string[] {
  if (trials === 0 || !isQuestionAboutAllHarms(query)) return [];
  return [`${formatCountWithNoun(trials, `more ${chooseStudyWord(query)}`)}: harms ${unreported}.`];
}

function makeCommonScreenView(
  answer: Answer,
  evidence: ScreenEvidence,
  placed: Placed,
  isOfSurvival: boolean,
): View {
  const { canonical, dataDate, dataVersion, answerVersion, selection } = answer;
  const trials = formatTrialCount(answer);
  // Neither medians nor randomised trials in the headline state that the classes are not compared.
  const isCompared =
    isOfSurvival || isLedByRandomisedTrial(answer) || answer.outcomes.some(isRowCompared);
  const rows = makeRowViews(answer, isCompared ? ["verdict"] : []);
  // That no trial answers the question is stated once for all outcomes.
  const unreported = hasNoSelectedCohorts(answer)
    ? []
    : listUnreportedRows(answer.outcomes, answer);
  // The trials above show everything in a row that was removed.
  const isRowAbove = rows.length + unreported.length < answer.outcomes.length;
  return {
    canonical,
    dataDate,
    dataVersion,
    answerVersion,
    verdict: makeVerdict(answer),
    trials,
    reset: selection.reset,
    cohorts: selection.cohorts,
    notes: placed("limits"),
    review: describeAnswerReview(answer, "behind this screen"),
    question: makeQuestionView(answer, trials, describeLabelsRequiringMoreLines(answer)),
    label:
      placed("label").length > 0
        ? // The tables of survival hold no label.
          makeConditionsTextOutsideTables(isOfSurvival ? { ...answer, randomised: [] } : answer)
        : null,
    doubt: makeDoubtBox(answer, [...placed("therapy"), ...placed("box")]),
    randomised: makeRandomisedViewOfAnswer(answer, {
      ...evidence,
      part: hasHarmsOnly(answer) ? "harms" : "all",
      heading: nameRowsBelowTrials(answer, isRowAbove),
    }),
    rows,
    key: describeKeyToMarks(rows),
    unreported,
    leftOut:
      placed("offer").length > 0 ? makeLabelExclusionNotice(answer) : makeEmptyClassNotice(answer),
  };
}

/**
 * Names the rows below randomised trials: "By class", or of a single class "Also with cilta-cel".
 *
 * @param isRowAbove True if the trials show everything of a row, which then does not stand below.
 */
function nameRowsBelowTrials({ selection, outcomes }: Answer, isRowAbove: boolean): string {
  const [only, another] = therapyClasses.filter((group) => selection.cohorts[group] > 0);
  if (only === undefined || another !== undefined)
    return isRowAbove ? "Other outcomes by class" : "By class";
  return `Also with ${nameOnlyProductOfRows(outcomes, only) ?? className[only]}`;
}

/** Returns the notice of regimens that only their label leaves out, with one question that counts them. */
function makeLabelExclusionNotice(answer: Answer): LeftOut | null {
  const note = answer.notes.find((entry) => entry.code === "left-out-for-label");
  if (!note) return null;
  const isSingle = note.regimens.length === 1;
  return {
    lead: "Left out for its label:",
    text: describeRegimensLeftOut(note.regimens, gatherProductsGivenInCombination(answer.outcomes)),
    offers: [{ query: note.query, label: `Show ${isSingle ? "its" : "their"} results` }],
  };
}

function makeEmptyClassNotice({
  query,
  selection: { cohorts, wider },
}: Pick<Answer, "query" | "selection">): LeftOut | null {
  const noun = chooseStudyWord(query);
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

/** Returns the name of the row of an outcome on a screen; `undefined` if the screen cannot open that row. */
export function findRowName(view: Screen, outcome: string): string | undefined {
  if (view.kind === "products") {
    const ofDrugs = view.byDrug.outcomes.find((entry) => entry.outcome === outcome);
    if (ofDrugs) return joinLabelAndDetail(ofDrugs);
  }
  const folded = view.kind === "classes" ? (view.foldedRows ?? []) : [];
  const row = [...view.rows, ...folded].find((entry) => entry.outcome === outcome);
  if (view.kind === "course") {
    const lines = view.course.steps.flatMap((step) =>
      step.lines.map((line) => ({ ...line, name: line.label || step.title })),
    );
    return lines.find((line) => line.outcome === outcome)?.name;
  }
  const entries = [...view.unreported, ...(view.kind === "survival" ? view.months : [])];
  return row ? joinLabelAndDetail(row) : entries.find((entry) => entry.outcome === outcome)?.name;
}
