/**
 * Makes the view of drugs side by side: each drug with its label, and a line for each outcome, all on the same axis; then
 * the drugs that the question leaves out. The only comparisons are published ones of two drugs.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import type { AbsentDrugs } from "#core/choices/absent-drugs.ts";
import type { LabelCondition, RegimenLabels } from "#core/evidence/regimen-labels.ts";
import type { OnsetRange } from "#core/evidence/timing-lines.ts";
import {
  type ComparisonTable,
  selectTablesBetweenProducts,
} from "#core/others/adjusted-comparisons.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { parseSurvivalFamily, type SurvivalFamily } from "#data/survival.ts";
import {
  type DrugTimes,
  makeSurvivalMedianViewsByDrug,
  type TimesEvidence,
} from "../row/drug-times.ts";
import {
  type DrugOnScreen,
  type DrugView,
  describeGapOfDrug,
  listUncountedTextsOfDrug,
  makeDrugViewsFromProductPools,
} from "../row/drugs-view.ts";
import { listDrugsOnScreen } from "../row/groups-in-row.ts";
import { type ComparedStatement, makeComparisonStatement } from "../row/head-to-head.ts";
import { describeRowDetail, nameTrialOrDrug } from "../row/names.ts";
import { hasHarmsOnly } from "../row/randomised-trials.ts";
import { nameRowGap } from "../row/row-view.ts";
import { describeOnsets } from "../row/timing-of-row.ts";
import { elementTexts } from "../words/element.ts";
import { describeProductLabels } from "../words/labels.ts";
import { type Gap, listKeysOfGaps, nameGap, survivalMonths } from "../words/names.ts";
import {
  capitalise,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";
import { type AbsentView, makeAbsentDrugsView } from "./absent-drugs.ts";

export interface ByDrug {
  /** Lists the outcomes that any drug reports, in the order of the lines of each drug. */
  readonly outcomes: readonly OutcomeOfDrugs[];
  readonly drugs: readonly DrugWithOutcomes[];
  /** Lists the drugs that are folded because there are many. */
  readonly furtherDrugs: readonly DrugWithOutcomes[];
  /** Explains the lines and what the outcomes count. */
  readonly key: string;
  /** Lists sentences below the drugs on how soon harms begin. */
  readonly notes: readonly string[];
  /** Names the drugs that the question leaves out; `null` if there is none. */
  readonly absent: AbsentView | null;
  /** Lists published comparisons of the two drugs; `null` unless there are exactly two drugs. */
  readonly between: BetweenDrugs | null;
}

export interface OutcomeOfDrugs extends Omit<DrugTimes, "lines"> {
  /** Names the outcome whose row a line opens. */
  readonly outcome: string;
  /** Names the outcome on a phone if the label has no room there, as in "NRM"; the notes explain it. */
  readonly brief?: string;
}

export interface DrugWithOutcomes extends DrugOnScreen {
  /** States from which prior line the drug is labelled, and on what condition; empty if nothing is known of labels. */
  readonly label: string;
  /** Holds what is known of each outcome, in the order of the outcomes. */
  readonly results: readonly DrugResult[];
  /**
   * Names the trials of an outcome with several lines, in their order, if all such outcomes of the drug have the same;
   * otherwise empty.
   */
  readonly trials: readonly string[];
}

export interface DrugResult {
  /**
   * Lists the drawings of the drug: usually one, or one for each trial if their counts have no common number; empty if
   * there is no figure.
   */
  readonly lines: readonly DrugView[];
  /** States that there is no figure, as in "not reported"; absent if there is one. */
  readonly none?: string;
  /** States what else must be known of the figures; without a figure, counts that no number includes. */
  readonly beneath: string;
  /** States the figures, and what else must be known of them, for a screen reader. */
  readonly heard: string;
}

interface BetweenDrugs {
  readonly title: string;
  /** States why the comparison is doubtful, or that there is none. */
  readonly note: string;
  readonly studies: readonly ComparedStatement[];
}

interface OutcomeLines extends OutcomeOfDrugs, Pick<DrugTimes, "lines"> {
  /** States why a drug has no line. */
  readonly gapOf: (product: string) => string;
  /** Holds the row; `null` for medians, which no row counts. */
  readonly row: Row<string> | null;
}

interface HarmOfTarget {
  readonly row: Row<string>;
  /** Holds the row of the same harm at grade 3 or higher; `null` without such an outcome. */
  readonly severe: Row<string> | null;
}

/** Returns the onset of a harm in the trials of the answer. */
export type OnsetOf = (outcome: string) => readonly OnsetRange[];

/** Holds data about drugs that are not part of an answer. */
export interface DrugEvidence extends TimesEvidence {
  readonly labels: readonly RegimenLabels[];
  readonly conditions: readonly LabelCondition[];
  /** Lists harms that follow from a target, if the answer itself has no row of them. */
  readonly harmsOfTarget: readonly HarmOfTarget[];
  /** Tells whether another question has a median of the drug. */
  readonly medianGapOf: (family: SurvivalFamily, product: string) => Gap;
  readonly compared: readonly ComparisonTable[];
  readonly absent: AbsentDrugs;
}

/** A screen shows at most this many drugs; further ones are folded. */
const mostSeen = 8;

/**
 * Returns the outcomes and drugs to draw with their notes, the rows of which no drug has a figure, and the headline.
 */
export function makeByDrugScreenParts(
  answer: Answer<string>,
  evidence: DrugEvidence,
  onsetOf: OnsetOf,
) {
  const drugs = listDrugsOnScreen(answer);
  const rows = answer.outcomes.map((row) => makeOutcomeWithLines(row, drugs, answer));
  const medians = listSurvivalMedianLines(answer, evidence, drugs);
  const drawnRows = rows.filter(
    ({ outcome }) => !isOutcomeCoveredByMedian(outcome, answer, medians),
  );
  const isOfToxicity = answer.outcomes.some(({ group }) => group === "toxicity");
  const outcomes = [
    ...rows.flatMap((row) => [
      ...medians.filter(({ outcome }) => outcome === row.outcome),
      ...drawnRows.filter((drawn) => drawn === row),
    ]),
    ...(isOfToxicity ? listTargetHarmLines(answer, evidence, drugs) : []),
  ].filter(({ lines }) => lines.length > 0);
  const cards = sortLabelledDrugsFirstIfMany(drugs, evidence.labels).map((drug) => {
    const results = outcomes.map((outcome) => makeDrugResult(drug, outcome));
    return {
      ...drug,
      label: describeLabelsOfDrug(drug, evidence),
      results,
      trials: listTrialNamesIfSameForOutcomes(results),
    };
  });
  const byDrug: ByDrug = {
    outcomes: outcomes.map(({ row: _row, lines: _lines, gapOf: _gapOf, ...outcome }) => outcome),
    drugs: cards.slice(0, mostSeen),
    furtherDrugs: cards.slice(mostSeen),
    key: joinBySpaces([
      elementTexts.keyOfDrugs,
      ...listKeysOfGaps(cards.flatMap(({ results }) => results.flatMap(({ none }) => none ?? []))),
      ...listOutcomeMeaningSentences(outcomes),
    ]),
    notes: hasHarmsOnly(answer) ? rows.flatMap(({ row }) => listOnsetSentences(row, onsetOf)) : [],
    absent: makeAbsentDrugsView(evidence.absent, answer.notes),
    between: makeTwoDrugComparisonView(answer, evidence.compared, drugs),
  };
  const missing = drawnRows.flatMap(({ lines, row }) =>
    lines.length === 0 ? [nameRowGap(row, answer)] : [],
  );
  return { byDrug, unreported: missing, headline: describeDrugsHeadline(drugs.length) };
}

const numbers = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Returns text such as "Five drugs, each in its own trials. Not a ranking.". */
function describeDrugsHeadline(drugs: number): string {
  return drugs === 1
    ? "One drug, in its own trials."
    : `${capitalise(numbers[drugs] ?? `${drugs}`)} drugs, each in its own trials. Not a ranking.`;
}

/** Puts drugs without any label last if there are more than a screen shows; otherwise the order stays. */
function sortLabelledDrugsFirstIfMany(
  drugs: readonly DrugOnScreen[],
  labels: readonly RegimenLabels[],
): readonly DrugOnScreen[] {
  if (drugs.length <= mostSeen) return drugs;
  const isLabelled = ({ product }: DrugOnScreen) =>
    labels.some(
      (regimen) =>
        regimen.product === product &&
        regimen.labels.some(({ status }) => status !== "no-label-found"),
    );
  return [...drugs.filter(isLabelled), ...drugs.filter((drug) => !isLabelled(drug))];
}

function describeLabelsOfDrug(
  { product }: DrugOnScreen,
  { labels, conditions }: Pick<DrugEvidence, "labels" | "conditions">,
): string {
  return describeProductLabels(
    labels.filter((regimen) => regimen.product === product),
    conditions,
  );
}

function makeOutcomeWithLines(
  row: Row<string>,
  drugs: readonly DrugOnScreen[],
  answer: Answer<string>,
) {
  return {
    id: row.outcome,
    outcome: row.outcome,
    label: row.label,
    ...(row.outcome === "nrm" && { brief: "NRM" }),
    detail: describeRowDetail(row, answer) ?? "",
    end: 100,
    unit: elementTexts.of100,
    lines: makeDrugViewsFromProductPools(row, drugs, answer),
    row,
    gapOf: (product) => describeGapOfDrug(row, product),
  } satisfies OutcomeLines;
}

function makeDrugResult(
  { product, name }: DrugOnScreen,
  { row, unit, ...outcome }: OutcomeLines,
): DrugResult {
  const lines = outcome.lines.filter((line) => line.product === product);
  if (lines.length === 0) {
    const uncounted = row ? listUncountedTextsOfDrug(row, product) : [];
    const none = outcome.gapOf(product);
    const beneath = joinBySemicolons(uncounted);
    return { lines, none, beneath, heard: [none, beneath].filter(Boolean).join(": ") };
  }
  const beneath = joinBySemicolons(
    lines.map((line) => (line.name === name ? line.beneath : describeDrugLine(line, unit))),
  );
  const heard = lines.map((line) =>
    describeDrugLine({ ...line, name: line.name === name ? "" : line.name }, unit),
  );
  return { lines, beneath, heard: joinBySemicolons(heard) };
}

function listTrialNamesIfSameForOutcomes(results: readonly DrugResult[]): readonly string[] {
  const lists = results.flatMap(({ lines }) =>
    lines.length > 1 ? [lines.map(nameTrialOrDrug)] : [],
  );
  const [first, ...others] = lists;
  return first && others.every((list) => list.join() === first.join()) ? first : [];
}

/** Returns text such as "90, 77 to 97 of 100 in CARTIFAN-1", "Yours: 83 of 100; 34 of 41". */
function describeDrugLine({ name, number, under, beneath, trial }: DrugView, unit: string): string {
  const isInterval = under.includes("–");
  const isRate = number !== "" && !/ of |%/.test(number) && unit === elementTexts.of100;
  const value = joinByCommas([number, isInterval && under.replace("–", " to ")]);
  const inTrial = trial === undefined ? "" : ` in ${trial}`;
  const words = joinByCommas([
    `${value}${isRate ? ` ${unit}` : ""}`.replaceAll("NR", "not reached"),
    !isInterval && under,
  ]);
  return joinBySemicolons([`${name && `${name}: `}${words}${inTrial}`, beneath]);
}

/** Makes the lines of harms that follow from a target, each with the same harm at its severe grade beneath. */
function listTargetHarmLines(
  answer: Answer<string>,
  evidence: Pick<DrugEvidence, "harmsOfTarget">,
  drugs: readonly DrugOnScreen[],
): OutcomeLines[] {
  return evidence.harmsOfTarget.map(({ row, severe }) => {
    const outcome = makeOutcomeWithLines(row, drugs, answer);
    const ofGrade3 = severe === null ? [] : makeDrugViewsFromProductPools(severe, drugs, answer);
    const lines = outcome.lines.map((line) => {
      const numbers = ofGrade3.flatMap(({ product, number }) =>
        product === line.product && number !== "" ? number : [],
      );
      const ofSevere = numbers.length > 0 && `severe: ${numbers.join(", ")}`;
      return { ...line, beneath: joinBySemicolons([line.beneath, ofSevere]) };
    });
    return { ...outcome, lines };
  });
}

/** Makes the lines of medians, each of which opens the first row of its kind of survival. */
function listSurvivalMedianLines(
  answer: Answer<string>,
  { mediansOf, medianGapOf }: Pick<DrugEvidence, "mediansOf" | "medianGapOf">,
  drugs: readonly DrugOnScreen[],
): OutcomeLines[] {
  const families = new Map<SurvivalFamily, string>();
  for (const { outcome } of answer.outcomes) {
    const family = parseSurvivalFamily(outcome);
    if (family !== null && !families.has(family)) families.set(family, outcome);
  }
  return [...families].flatMap(([family, outcome]) =>
    makeSurvivalMedianViewsByDrug(family, mediansOf(family), drugs).map((times) => ({
      ...times,
      outcome,
      brief: survivalMonths[family],
      row: null,
      gapOf: (product: string) => nameGap(medianGapOf(family, product)),
    })),
  );
}

/**
 * Tells whether a median already says what a row of survival at a month says. False if the question names its outcomes.
 */
function isOutcomeCoveredByMedian(
  outcome: string,
  { query }: Pick<Answer<string>, "query">,
  medians: readonly OutcomeLines[],
): boolean {
  const family = parseSurvivalFamily(outcome);
  return (
    query.outcome.length === 0 &&
    family !== null &&
    medians.some(({ id }) => id === `median-${family}`)
  );
}

/**
 * Returns sentences such as "ICANS, Neurotoxicity: any grade.", "NRM: non-relapse mortality."; what a benefit counts is
 * left to its opened row.
 */
function listOutcomeMeaningSentences(outcomes: readonly OutcomeLines[]): string[] {
  const explained = outcomes.map(({ label, brief, detail, row }) => ({
    name: brief ?? label,
    meaning: joinByCommas([
      brief && uncapitalise(label),
      row?.direction === "benefit" ? "" : detail,
    ]),
  }));
  return groupBy(explained, ({ meaning }) => meaning).flatMap((alike) => {
    const [{ meaning }] = alike;
    return meaning ? writeSentence(`${alike.map(({ name }) => name).join(", ")}: ${meaning}`) : [];
  });
}

/** Returns a sentence such as "CRS starts (median): ide-cel 1 day."; the list is empty if nothing is known. */
function listOnsetSentences({ outcome, label }: Row<string>, onsetOf: OnsetOf): string[] {
  const text = describeOnsets(onsetOf(outcome));
  return text === "" ? [] : [`${label} ${uncapitalise(text)}`];
}

/**
 * Makes the published comparisons of two drugs: those that the question names, or else all drugs of the answer;
 * `null` unless these are two.
 */
function makeTwoDrugComparisonView(
  { query }: Pick<Answer<string>, "query">,
  compared: readonly ComparisonTable[],
  drugs: readonly DrugOnScreen[],
): BetweenDrugs | null {
  const chosenDrugs = drugs.filter(({ product }) => query.product.includes(product));
  const [first, second, another] = chosenDrugs.length > 0 ? chosenDrugs : drugs;
  if (!first || !second || another) return null;
  const tables = selectTablesBetweenProducts(compared, [first.product, second.product]);
  const isRandomised = tables.some(({ design }) => design === "randomised");
  return {
    title: `${capitalise(first.name)} v ${second.name}, as others compared them`,
    note: tables.length === 0 ? noComparison : isRandomised ? "" : notByLot,
    studies: tables.map(makeComparisonStatement),
  };
}

const noComparison =
  "No randomised, matched or adjusted study in our data sets these two against each other.";
const notByLot =
  "Not randomised: who got which drug was not decided by lot, and what was not recorded could not be adjusted for.";
