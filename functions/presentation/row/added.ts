/**
 * Draws the counts that a reader added in a row: each on its own line below its class or drug, on the same axis, with
 * the exact interval and the position of its rate. This file never adds them to a number of the row.
 */
import type { AddedFigure } from "#core/added/place.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { chosenPatients, nameAdded, nextMayShow, yours } from "../words/added.ts";
import { formatRate, formatRateEnds } from "../words/rates.ts";
import { joinByCommas, joinBySpaces, joinClauses, writeSentence } from "../words/sentences.ts";
import type { DrugView } from "./drugs-view.ts";
import { placeLabels } from "./labels.ts";
import { barOf, countOf, heardRange, of100, rangeText } from "./plotted.ts";
import type { RowView } from "./row-view.ts";
import { makeEmptySide, type SideView } from "./side-view.ts";

type WithEvidence = Pick<Query, "evidence">;

/**
 * Adds lines of added counts to a row, in the order in which the reader added them.
 *
 * @param isCounted True if the numbers of the row include the added counts.
 */
export function withAddedFigures(
  view: RowView,
  figures: readonly AddedFigure[],
  query: WithEvidence,
  isCounted: boolean,
): RowView {
  if (figures.length === 0) return view;
  const sides = therapyClasses.flatMap((group) => {
    const ofGroup = figures.filter((figure) => figure.group === group);
    const side = view.sides[group];
    if (ofGroup.length === 0) return side === undefined ? [] : [[group, side] as const];
    const lines = ofGroup.map((figure) => sideOfAdded(figure, textOf(figure, ofGroup, isCounted)));
    return [[group, below(side ?? makeEmptySide(group), lines)] as const];
  });
  return {
    ...view,
    sides: Object.fromEntries(sides),
    heard: joinBySpaces([view.heard, ...figures.map((figure) => heardOf(figure, figures, query))]),
  };
}

/** Adds lines of added counts below their drug in the lines of an outcome. */
export function withAddedDrugs(
  lines: readonly DrugView[],
  figures: readonly AddedFigure[],
  isCounted: boolean,
): DrugView[] {
  const isInCounts = lines.some(({ number }) => number.includes(" of "));
  return lines.flatMap((line, index) => {
    const isLast = lines[index + 1]?.product !== line.product;
    const ofDrug = figures.filter(({ cohort }) => isLast && cohort.product === line.product);
    return [line, ...ofDrug.map((figure) => drugOfAdded(figure, ofDrug, isCounted, isInCounts))];
  });
}

function drugOfAdded(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
  isInCounts: boolean,
): DrugView {
  const { group, cohort } = figure;
  const { number, under, filled, bar, marks } = sideOfAdded(figure, "");
  const count = countOf(figure);
  const plotted = isInCounts ? { number: count, under: "" } : { number, under };
  return {
    ...{ group, product: cohort.product, name: nameAmong(figure, alongside), filled, marks },
    ...(bar && { bar }),
    ...plotted,
    beneath: joinByCommas([
      plotted.number !== count && count,
      placeText(figure, alongside, isCounted),
    ]),
  };
}

/** Returns the name of an added cohort: "Yours" if it is the only one. */
function nameAmong({ cohort }: AddedFigure, alongside: readonly AddedFigure[]): string {
  return alongside.length === 1 ? yours : nameAdded(cohort);
}

/**
 * Returns "counted" if the numbers include the counts, else where the rate lies, as in "within 35–99". It is empty for
 * several added cohorts, because texts below each other would rank them.
 */
function placeText(
  { place, prediction }: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
): string {
  if (isCounted) return "counted";
  return place && prediction && alongside.length === 1
    ? `${place} ${formatRateEnds(prediction)}`
    : "";
}

/**
 * Returns text such as "Yours 34 of 41, within 35–99". It leaves the count out if there is no rate, because the column
 * of numbers then shows the count.
 */
function textOf(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
): string {
  const name = nameAmong(figure, alongside);
  return joinByCommas([
    figure.rate === null ? name : `${name} ${countOf(figure)}`,
    placeText(figure, alongside, isCounted),
  ]);
}

/** Puts lines below the last line of a side. */
function below(side: SideView, lines: readonly SideView[]): SideView {
  const [first, ...later] = lines;
  if (side.other) return { ...side, other: below(side.other, lines) };
  return first === undefined ? side : { ...side, other: below(first, later) };
}

function sideOfAdded({ events, n, rate, interval }: AddedFigure, text: string): SideView {
  const bar = barOf(interval);
  const at = of100(events / n);
  const along = [Math.min(at, ...(bar ?? [])), Math.max(at, ...(bar ?? []))] as const;
  return {
    number: rate === null ? countOf({ events, n }) : formatRate(rate),
    under: rate === null ? "" : rangeText(interval),
    filled: false,
    ...(bar && { bar }),
    marks: [{ at, kind: rate === null ? "added-few" : "added" }],
    ...placeLabels({ coveredSpans: [along], labels: [{ text, along, isFirst: false }] }),
  };
}

/**
 * Returns text such as "Yours, Our centre: 34 of 41, 83 of 100, 68 to 93; within what the next trial may show,
 * 52 to 99.".
 */
function heardOf(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  { evidence }: WithEvidence,
): string {
  const { cohort, rate, interval, prediction, place } = figure;
  const isPractice = cohort.evidence === "real-world" && evidence === "trial";
  const ends = prediction && formatRateEnds(prediction).replace("–", " to ");
  return writeSentence(
    joinClauses([
      `${yours}, ${nameAdded(cohort)}: ${joinByCommas([
        countOf(figure),
        rate !== null && `${formatRate(rate)} of 100`,
        rate === null ? heardRange(interval, " of 100") : heardRange(interval),
      ])}`,
      place &&
        alongside.filter(({ group }) => group === figure.group).length === 1 &&
        `${place} ${nextMayShow}, ${ends}`,
      isPractice && chosenPatients,
    ]),
  );
}
