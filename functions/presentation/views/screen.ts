/**
 * What the element draws of an answer: both classes row by row, survival trial by trial, or drug by drug.
 * Sentences are in words, dates as in the data; nothing is left to be worked out.
 */
import type { Answer, WiderQuestion } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { isUnreported, type OnsetOf, type RowView, rowViews } from "../row/row-view.ts";
import { notesOfAnswer } from "../statement/notes.ts";
import { detailOf } from "../statement/row-detail.ts";
import { nameOf } from "../statement/row-name.ts";
import { type Statement, statementOf } from "../statement/statement.ts";
import {
  monthsOf,
  type SurvivalEvidence,
  type SurvivalStatement,
  survivalOf,
} from "../statement/survival.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type ByDrug, byDrugOf, type DrugEvidence, notesOfDrugs } from "./by-drug.ts";
import { type DoubtBox, doubtBoxOf, labelsInBrief } from "./doubt-box.ts";
import { type QuestionView, questionView } from "./question-view.ts";

/** What every view has. */
interface View
  extends Pick<
    Statement,
    | "canonical"
    | "dataDate"
    | "dataVersion"
    | "answerVersion"
    | "verdict"
    | "trials"
    | "reset"
    | "cohorts"
    | "notes"
    | "review"
  > {
  readonly question: QuestionView;
  /** `null` without a number. */
  readonly doubt: DoubtBox | null;
  readonly rows: readonly RowView[];
  /** Outcomes of which no trial reports anything, named in one line. */
  readonly unreported: readonly NamedRow[];
  /** Where a class has no trial: it says so, and which filters would bring it back. */
  readonly empty: EmptyClass | null;
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
      readonly survival: SurvivalStatement;
      /** Rows of months, which are opened by name. */
      readonly months: readonly NamedRow[];
    })
  | (View & { readonly kind: "products"; readonly byDrug: ByDrug });

export type ScreenKind = Screen["kind"];
export type ScreenOf<Kind extends ScreenKind> = Extract<Screen, { readonly kind: Kind }>;

/** What a screen has beside its answer. */
export interface ScreenEvidence extends SurvivalEvidence {
  readonly onsetOf: OnsetOf;
}

export interface EmptyClass {
  readonly text: string;
  readonly offers: readonly {
    readonly query: string;
    readonly label: string;
    /** The studies that it leads to. */
    readonly leadsTo: string;
  }[];
}

/** More would be a list to search. */
const mostOffers = 3;

/**
 * @param products The answer product by product, if that was asked for, with what they have beside it.
 */
export function screenOf(
  answer: Answer,
  products: { readonly answer: Answer<string>; readonly evidence: DrugEvidence } | null,
  evidence: ScreenEvidence,
  words: Catalogue,
): Screen {
  const statement = statementOf(answer, words);
  const view = viewOf(answer, statement, evidence.onsetOf, words);
  if (products) {
    // Their own lines and notes stand in place of those of the classes; what is taken back stays with the products.
    const { canonical, query } = products.answer;
    const reset = [view.reset, `compare=${query.compare}`].filter(Boolean).join("&");
    const { byDrug, unreported, headline } = byDrugOf(
      products.answer,
      products.evidence,
      evidence.onsetOf,
      words,
    );
    const notes = notesOfDrugs(products.answer, words);
    const verdict = { lead: headline, harms: "" };
    const own = { canonical, reset, verdict, rows: [], unreported, notes };
    return { ...view, ...own, kind: "products", byDrug };
  }
  const survival = survivalOf(statement, answer, evidence, words);
  if (!survival) return { ...view, kind: "classes" };
  const left = new Set(survival.rows.map(({ outcome }) => outcome));
  const rows = view.rows.filter(({ outcome }) => left.has(outcome));
  const months = new Set(monthsOf(survival.survival));
  return {
    ...view,
    kind: "survival",
    verdict: survival.verdict,
    // Its own headings stand above these rows.
    rows: rows.filter(({ outcome }) => !months.has(outcome)).map(({ heading: _, ...row }) => row),
    survival: survival.survival,
    months: rows
      .filter(({ outcome }) => months.has(outcome))
      .map((row) => ({ outcome: row.outcome, name: nameOf(row) })),
  };
}

function viewOf(answer: Answer, statement: Statement, onsetOf: OnsetOf, words: Catalogue): View {
  const { canonical, dataDate, dataVersion, answerVersion, verdict } = statement;
  const { trials, reset, cohorts, notes, review } = statement;
  return {
    canonical,
    dataDate,
    dataVersion,
    answerVersion,
    verdict,
    trials,
    reset,
    cohorts,
    notes,
    review,
    question: questionView(answer, trials, labelsInBrief(answer), words),
    doubt: doubtBoxOf(answer, notesOfAnswer(answer, words)),
    rows: rowViews(answer, onsetOf, words),
    unreported: answer.outcomes.filter(isUnreported).map((row) => ({
      outcome: row.outcome,
      name: nameOf({ label: row.label, detail: detailOf(row, answer, words) }),
    })),
    empty: emptyClass(answer.selection, words),
  };
}

function emptyClass(
  { cohorts, wider }: Pick<Answer["selection"], "cohorts" | "wider">,
  { screen: { classAdjective }, widening }: Catalogue,
): EmptyClass | null {
  const empty = therapyClasses.filter((group: TherapyClass) => cohorts[group] === 0);
  const [only] = empty;
  if (only === undefined) return null;
  const isWhole = empty.length === therapyClasses.length;
  return {
    text: isWhole ? widening.empty : widening.emptyClass(classAdjective[only]),
    offers: wider
      .slice(0, mostOffers)
      .map(({ parameter, query, cohorts: then }: WiderQuestion) => ({
        query,
        label: widening.names[parameter] ?? parameter,
        leadsTo: widening.leadsTo(then["car-t"], then.bsab),
      })),
  };
}
