/**
 * Draws drugs side by side: first the labels, then every drug on the same axis for each outcome, then times, of which
 * only comparable ones share an axis. The only comparisons are published ones of two drugs.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { mediansAmong } from "#core/evidence/medians.ts";
import { chosenRegions, type RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { type TimingLine, timingAmong } from "#core/evidence/timing.ts";
import { betweenProducts, type ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import type { FullDose } from "#data/full-dose.ts";
import { familyOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import {
  type DrugTimes,
  fullDoseTimes,
  medianTimes,
  onsetTimes,
  waitingTimes,
} from "../row/drug-times.ts";
import { drugsInRow, drugsOfAnswer, drugsWithout } from "../row/drugs-in-row.ts";
import { type DrugOnScreen, mostSeen, withoutLine } from "../row/drugs-view.ts";
import { type ComparedStatement, comparedStatement } from "../row/head-to-head.ts";
import { notesOfAnswer } from "../row/notes.ts";
import { detailOf, nameOfRow } from "../row/row-name.ts";
import { type OnsetOf, sortByPeriod } from "../row/row-view.ts";
import { onsetText } from "../row/timing.ts";
import { uncountedText } from "../row/uncounted.ts";
import { elementTexts } from "../words/element.ts";
import { capitalised, sentence } from "../words/sentences.ts";
import { type LabelTable, labelTable } from "./label-table.ts";

export interface ByDrug {
  /** The table is `null` if nothing is known of labels. */
  readonly labels: LabelTable | null;
  /** Lists published comparisons of the two drugs; `null` unless there are exactly two drugs. */
  readonly between: BetweenDrugs | null;
  readonly sections: readonly DrugSection[];
}

interface BetweenDrugs {
  readonly title: string;
  /** States why the comparison is doubtful, or that there is none. */
  readonly note: string;
  readonly studies: readonly ComparedStatement[];
}

export interface DrugSection extends DrugTimes {
  /** Names the outcome whose row the heading opens; absent if there is no row. */
  readonly outcome?: string;
  /** This label unfolds the lines of many drugs; empty if the section is open. */
  readonly folded: string;
  /** Lists sentences below the lines: drugs without a figure, and how soon the harm begins. */
  readonly notes: readonly string[];
}

type UnfoldedSection = Omit<DrugSection, "folded">;

interface HarmOfTarget {
  readonly row: Row<string>;
  /** Holds the row of the same harm at grade 3 or higher; `null` without such an outcome. */
  readonly severe: Row<string> | null;
}

/** Holds data about drugs that are not part of an answer. */
export interface DrugEvidence {
  readonly mediansOf: (family: SurvivalFamily) => ReturnType<typeof mediansAmong>;
  /** @param row An outcome; `null` for the times of the treatment. */
  readonly timesOf: (row: string | null) => readonly TimingLine[];
  readonly fullDosesOf: (product: string) => readonly FullDose[];
  readonly labels: readonly RegimenLabels[];
  /** Lists harms that follow from a target, if the answer itself has no row of them. */
  readonly harmsOfTarget: readonly HarmOfTarget[];
  readonly compared: readonly ComparisonTable[];
}

export function byDrugOf(answer: Answer<string>, evidence: DrugEvidence, onsetOf: OnsetOf) {
  const drugs = drugsOfAnswer(answer);
  const isOfHarms = answer.outcomes.every(({ harmGroup }) => harmGroup !== null);
  const rows = sortByPeriod(answer.outcomes).map((row) => ({
    row,
    section: outcomeSection(row, drugs, answer, isOfHarms ? onsetText(onsetOf(row.outcome)) : ""),
  }));
  const medians = medianSections(answer, evidence, drugs);
  const drawnRows = rows.filter(({ row }) => !isCoveredByMedian(row, answer, medians));
  const sections = [
    ...rows.flatMap((entry) => [
      ...medians.filter(({ outcome }) => outcome === entry.row.outcome),
      ...(entry.section.lines.length > 0 && drawnRows.includes(entry) ? [entry.section] : []),
    ]),
    ...(answer.outcomes.some(({ group }) => group === "toxicity")
      ? [...harmsOfTarget(answer, evidence, drugs), ...treatmentTimes(answer, evidence, drugs)]
      : []),
  ];
  const byDrug: ByDrug = {
    labels: labelTable(evidence.labels, drugs),
    between: betweenOf(answer, evidence.compared, drugs),
    // The first outcome is open even if there are many drugs.
    sections: sections.map((section, index) => ({
      ...section,
      folded: index > 0 && drugs.length > mostSeen ? `${section.lines.length} drugs` : "",
    })),
  };
  const unreported = drawnRows
    .filter(({ section }) => section.lines.length === 0)
    .map(({ row }) => ({ outcome: row.outcome, name: nameOfRow(row, answer) }));
  return { byDrug, unreported, headline: headlineOf(drugs.length) };
}

const numbers = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Returns text such as "Five drugs, each in its own trials. Not a ranking.". */
function headlineOf(drugs: number): string {
  return drugs === 1
    ? "One drug, in its own trials."
    : `${capitalised(numbers[drugs] ?? `${drugs}`)} drugs, each in its own trials. Not a ranking.`;
}

function outcomeSection(
  row: Row<string>,
  drugs: readonly DrugOnScreen[],
  answer: Answer<string>,
  onset: string,
): UnfoldedSection {
  const lines = drugsInRow(row, drugs, answer);
  const { uncounted, none } = drugsWithout(row, drugs, lines);
  return {
    id: row.outcome,
    outcome: row.outcome,
    label: row.label,
    detail: detailOf(row, answer) ?? "",
    end: 100,
    unit: elementTexts.of100,
    lines,
    notes: [
      uncounted.length > 0 ? sentence(uncountedText(uncounted)) : "",
      ...notReported(none),
      onset,
    ].filter((note) => note !== ""),
  };
}

/**
 * Draws harms that follow from a target, for the drugs that report them; a note states each harm at its severe grade.
 */
function harmsOfTarget(
  answer: Answer<string>,
  evidence: Pick<DrugEvidence, "harmsOfTarget">,
  drugs: readonly DrugOnScreen[],
): UnfoldedSection[] {
  return evidence.harmsOfTarget.flatMap(({ row, severe }) => {
    const section = outcomeSection(row, drugs, answer, "");
    if (section.lines.length === 0) return [];
    const ofGrade3 = severe === null ? [] : drugsInRow(severe, drugs, answer);
    const numbers = ofGrade3.map(({ name, number }) => `${name} ${number}`).join(", ");
    const notes = numbers === "" ? [] : [sentence(`severe, of 100: ${numbers}`)];
    return { ...section, notes: [...notes, ...section.notes] };
  });
}

/** Names the drugs of which nothing is known in a section; the list is empty if there are none. */
function notReported(drugs: readonly string[]): string[] {
  return drugs.length === 0 ? [] : [`Not found: ${drugs.join(", ")}.`];
}

/** Makes sections of medians; the heading of each opens the first row of its kind of survival. */
function medianSections(
  answer: Answer<string>,
  { mediansOf }: Pick<DrugEvidence, "mediansOf">,
  drugs: readonly DrugOnScreen[],
): UnfoldedSection[] {
  const families = new Map<SurvivalFamily, string>();
  for (const { outcome } of answer.outcomes) {
    const family = familyOf(outcome);
    if (family !== null && !families.has(family)) families.set(family, outcome);
  }
  return [...families].flatMap(([family, outcome]) =>
    medianTimes(family, mediansOf(family), drugs).map((times) => ({
      ...timesSection(times, withoutLine(drugs, times.lines)),
      outcome,
    })),
  );
}

/**
 * Tells whether a median already says what a row of survival at a month says. False if the question names its outcomes.
 */
function isCoveredByMedian(
  { outcome }: Pick<Row, "outcome">,
  { query }: Pick<Answer<string>, "query">,
  medians: readonly UnfoldedSection[],
): boolean {
  const family = familyOf(outcome);
  return (
    query.outcome.length === 0 &&
    family !== null &&
    medians.some(({ id }) => id === `median-${family}`)
  );
}

/**
 * Makes sections of the times until treatment works fully. Only comparable times share the axis; others become notes.
 */
function treatmentTimes(
  answer: Answer<string>,
  evidence: Pick<DrugEvidence, "timesOf" | "fullDosesOf">,
  drugs: readonly DrugOnScreen[],
): UnfoldedSection[] {
  const [waiting, ...furtherTimes] = waitingTimes(evidence.timesOf(null), drugs);
  return [
    // Times from other kinds of sources become notes.
    ...(waiting ? [{ ...timesSection(waiting), notes: furtherTimes.map(timesInWords) }] : []),
    ...fullDoseTimes(evidence.fullDosesOf, chosenRegions(answer.query), drugs).map((times) =>
      timesSection(times),
    ),
  ];
}

/** Returns text such as "Median, trials: ide-cel 49 days (trial of 254 patients).". */
function timesInWords({ detail, lines }: DrugTimes): string {
  const times = lines.map(
    ({ name, number, under, beneath }) => `${name} ${number} ${under} (${beneath})`,
  );
  return `${capitalised(detail)}: ${times.join(", ")}.`;
}

/**
 * Makes a section of times.
 *
 * @param without Drugs without a known time.
 */
function timesSection(times: DrugTimes, without: readonly DrugOnScreen[] = []): UnfoldedSection {
  return { ...times, notes: notReported(without.map(({ name }) => name)) };
}

/**
 * Returns all times of the drugs of an answer, for a report: medians of every kind of survival, and how soon harms
 * begin.
 */
export function allTimesOf(
  answer: Answer<string>,
  evidence: Omit<DrugEvidence, "harmsOfTarget">,
): { readonly medians: readonly DrugTimes[]; readonly otherTimes: readonly DrugTimes[] } {
  const drugs = drugsOfAnswer(answer);
  const asks = (group: Row["group"]) => answer.outcomes.some((row) => row.group === group);
  const included = new Set(answer.selection.included.map(({ cohort }) => cohort));
  const begins = (["crs", "icans"] as const).flatMap((outcome) =>
    onsetTimes(outcome, timingAmong(evidence.timesOf(outcome), included), drugs),
  );
  return {
    medians: asks("survival")
      ? (["pfs", "os", "dor"] as const).flatMap((family) =>
          medianTimes(family, evidence.mediansOf(family), drugs, true),
        )
      : [],
    otherTimes: asks("toxicity")
      ? [
          ...begins,
          ...waitingTimes(evidence.timesOf(null), drugs, true),
          ...fullDoseTimes(evidence.fullDosesOf, chosenRegions(answer.query), drugs, true),
        ]
      : [],
  };
}

/**
 * Lists published comparisons of two drugs: those that the question names, or else all drugs of the answer. It is
 * `null` unless these are two.
 */
function betweenOf(
  { query }: Pick<Answer<string>, "query">,
  compared: readonly ComparisonTable[],
  drugs: readonly DrugOnScreen[],
): BetweenDrugs | null {
  const chosenDrugs = drugs.filter(({ product }) => query.product.includes(product));
  const [first, second, another] = chosenDrugs.length > 0 ? chosenDrugs : drugs;
  if (!first || !second || another) return null;
  const tables = betweenProducts(compared, [first.product, second.product]);
  const isRandomised = tables.some(({ design }) => design === "randomised");
  return {
    title: `${capitalised(first.name)} against ${second.name}, as others compared them`,
    note: tables.length === 0 ? noComparison : isRandomised ? "" : notByLot,
    studies: tables.map(comparedStatement),
  };
}

const noComparison =
  "No randomised, matched or adjusted study in our data sets these two against each other.";
const notByLot =
  "Not randomised: who got which drug was not decided by lot, and what was not recorded could not be adjusted for.";

/**
 * Lists the notes of an answer by drug, without the prior lines that labels require, because the table of labels has
 * them.
 */
export function notesOfDrugs(answer: Answer<string>): string[] {
  return notesOfAnswer(answer)
    .filter(({ code }) => code !== "label-from-line")
    .map((note) => note.text);
}
