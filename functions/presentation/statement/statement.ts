/**
 * The statement of an answer: what its verdict, its rows, sides and differences are and say. It is made
 * from a full answer; screens, tables and pictures draw it and decide nothing, so all show the same
 * digits. It is small enough to be embedded in a page.
 */

import type { NoteCode } from "#core/answer/notes.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { rangeText } from "../words/range-text.ts";
import { rateOf100 } from "../words/rates.ts";
import { type Chip, chipValues } from "./chips.ts";
import { askedOf } from "./evidence-asked.ts";
import { anyPool, headlineOutcome, isOfTreated, studyWordOf } from "./headline-outcome.ts";
import { namedProduct } from "./products.ts";
import { type RowStatement, rowStatement } from "./row.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface Statement {
  canonical: string;
  /** As in the data, `2026-11-20`: a text in the reader's words cannot be counted with. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
  verdict: Verdict;
  /** The outcome whose rates are drawn below the verdict; `null` if it has none. */
  told: string | null;
  /** Whom these rates count: "of 100 infused"; empty without a told outcome. */
  counted: Record<TherapyClass, string>;
  /** What they are of all whose cells were collected, where that is known. */
  collected: string;
  /** How certain all of it is, said once; empty without a figure. */
  certainty: string;
  /** Who was in these trials: after BCMA therapy, the earlier therapy by kind; else the ages. */
  patients: string;
  /** The evidence that was asked for, where "More" has filters; else empty. */
  asked: string;
  /** What each class is called above its column: its only product, if all rows have the same one. */
  names: Record<TherapyClass, string>;
  chips: readonly Chip[];
  /** Where a side rests on the label of some regions only, or on none; else empty. */
  labels: string;
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowStatement[];
  cohorts: Record<TherapyClass, number>;
  /** Notes of the whole answer. */
  notes: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  review: string;
}

export function statementOf(comparison: ApiComparison, strings: ScreenWords): Statement {
  const { outcomes, selection, query } = comparison;
  const chips = chipValues(comparison, strings);
  const names = namesOf(outcomes, strings);
  const rows = outcomes.map((row) =>
    rowStatement(row, { strings, query, selected: selection.cohorts }),
  );
  const told = headlineOutcome(outcomes);
  return {
    canonical: comparison.canonical,
    dataDate: comparison.dataDate,
    dataVersion: comparison.dataVersion,
    answerVersion: comparison.answerVersion,
    verdict: verdictOf(comparison, strings),
    told: told?.outcome ?? null,
    counted: countedOf(told, strings),
    collected: collectedOf(told, studyWordOf(query), strings),
    certainty: anyPool(outcomes) ? strings.verdict.certainty(studyWordOf(query)) : "",
    patients: patientsOf(comparison, strings),
    asked: chips.some(({ name, changed }) => name === "more" && changed)
      ? `${askedOf(comparison, strings).join(" · ")}.`
      : "",
    names,
    labels: textOf(comparison, ofLabels),
    reset: selection.reset,
    chips,
    rows,
    cohorts: selection.cohorts,
    notes: [
      ...(rows.some(({ difference }) => difference) ? [strings.fitted] : []),
      ...comparison.notes
        .filter(
          ({ code }) => ![...ofLabels, ...besideVerdict(comparison)].some((one) => one === code),
        )
        .map(({ text }) => text),
    ],
    review: comparison.review.status === "reviewed" ? "" : strings.notReviewed,
  };
}

/** The notes that stand beside the verdict. */
function besideVerdict({ query }: Pick<ApiComparison, "query">): readonly NoteCode[] {
  const always: readonly NoteCode[] = ["patients-apart", "after-kinds"];
  return isAfterTherapy(query) ? [...always, "earlier-therapy"] : always;
}

const ofLabels: readonly NoteCode[] = ["labels-in-part", "no-label"];

function textOf({ notes }: ApiComparison, codes: readonly string[]): string {
  return notes
    .filter(({ code }) => codes.includes(code))
    .map(({ text }) => text)
    .join(" ");
}

function countedOf(
  told: ApiRow | undefined,
  { countedOf: words }: ScreenWords,
): Statement["counted"] {
  const of = (group: TherapyClass) =>
    told ? words[isOfTreated(told.pools[group]) ? group : "others"] : "";
  return { "car-t": of("car-t"), bsab: of("bsab") };
}

function collectedOf(told: ApiRow | undefined, noun: StudyWord, strings: ScreenWords): string {
  const known = told?.pools["car-t"].intentionToTreat?.collected;
  if (!told || !known) return "";
  const rate = ({ events, n }: typeof known.infused) => rateOf100(events / n, 0, strings.numbers);
  return strings.verdict.collected(noun, rate(known.infused), rate(known.collected), known.trials);
}

/**
 * Who was in the trials with a figure: after earlier therapy the kinds of it; else ages or prior lines
 * where those of the classes do not overlap, or else the ages.
 */
function patientsOf(comparison: ApiComparison, strings: ScreenWords): string {
  const { query, notes, patients } = comparison;
  const [carT, bsab] = therapyClasses.map((group) => patients[group].medianAge);
  const isApart = notes.some(({ code }) => code === "patients-apart");
  const text = ({ lowest: min, highest: max }: NonNullable<typeof carT>) =>
    min === max ? strings.numbers.plain(min) : rangeText({ min, max }, strings);
  const ages =
    !isApart && !isAfterTherapy(query) && carT && bsab
      ? strings.verdict.ages(studyWordOf(query), text(carT), text(bsab))
      : "";
  return [ages, textOf(comparison, besideVerdict(comparison))].filter(Boolean).join(" ");
}

function namesOf(
  outcomes: readonly ApiRow[],
  { className, headline }: ScreenWords,
): Statement["names"] {
  const nameOf = (group: TherapyClass) => {
    const pools = outcomes.map(({ pools }) => pools[group]).filter(({ k }) => k > 0);
    const [only, another] = new Set(pools.map((pool) => namedProduct(pool, headline)));
    return (another === undefined && only) || className[group];
  };
  return { "car-t": nameOf("car-t"), bsab: nameOf("bsab") };
}
