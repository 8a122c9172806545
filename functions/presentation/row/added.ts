/**
 * Draws the counts that a reader added in a row: each on its own line below its class or drug, on the same axis, with
 * the exact interval and the position of its rate. This file never adds them to a number of the row.
 */
import type { AddedFigure } from "#core/added/place.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { chosenPatients, nameAddedCohort, nextMayShow, yours } from "../words/added.ts";
import { formatRate, formatRateInterval } from "../words/rates.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces, writeSentence } from "../words/sentences.ts";
import type { DrugView } from "./drugs-view.ts";
import { placeLabelsShortenedIfNeeded } from "./labels.ts";
import {
  formatEventCount,
  formatIntervalAloud,
  formatIntervalOrTooWide,
  placeIntervalEnds,
  placeRate,
} from "./plotted.ts";
import type { RowView } from "./row-view.ts";
import { makeNotFoundSide, type SideView } from "./side-view.ts";

type WithEvidence = Pick<Query, "evidence">;

/**
 * Adds lines of added counts to a row, in the order in which the reader added them.
 *
 * @param isCounted True if the numbers of the row include the added counts.
 */
export function addReaderCountLinesToRowView(
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
    const lines = ofGroup.map((figure) =>
      makeAddedCountSide(figure, describeAddedCount(figure, ofGroup, isCounted)),
    );
    return [[group, addSideLinesBelow(side ?? makeNotFoundSide(group), lines)] as const];
  });
  return {
    ...view,
    sides: Object.fromEntries(sides),
    heard: joinBySpaces([
      view.heard,
      ...figures.map((figure) => describeAddedCountAloud(figure, figures, query)),
    ]),
  };
}

export function addReaderCountLinesToDrugViews(
  lines: readonly DrugView[],
  figures: readonly AddedFigure[],
  isCounted: boolean,
): DrugView[] {
  const isInCounts = lines.some(({ number }) => number.includes(" of "));
  return lines.flatMap((line, index) => {
    const isLast = lines[index + 1]?.product !== line.product;
    const ofDrug = figures.filter(({ cohort }) => isLast && cohort.product === line.product);
    return [
      line,
      ...ofDrug.map((figure) => makeAddedDrugView(figure, ofDrug, isCounted, isInCounts)),
    ];
  });
}

function makeAddedDrugView(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
  isInCounts: boolean,
): DrugView {
  const { group, cohort } = figure;
  const { number, under, filled, bar, marks } = makeAddedCountSide(figure, "");
  const count = formatEventCount(figure);
  const plotted = isInCounts ? { number: count, under: "" } : { number, under };
  return {
    ...{
      group,
      product: cohort.product,
      name: nameAddedCohortOrYours(figure, alongside),
      filled,
      marks,
    },
    ...(bar && { bar }),
    ...plotted,
    beneath: joinByCommas([
      plotted.number !== count && count,
      describeInclusionOrPlaceInPrediction(figure, alongside, isCounted),
    ]),
  };
}

/** Returns the name of an added cohort: "Yours" if it is the only one. */
function nameAddedCohortOrYours(
  { cohort }: AddedFigure,
  alongside: readonly AddedFigure[],
): string {
  return alongside.length === 1 ? yours : nameAddedCohort(cohort);
}

/**
 * Returns "counted" if the numbers include the counts, else where the rate lies, as in "within 35–99". It is empty for
 * several added cohorts, because texts below each other would rank them.
 */
function describeInclusionOrPlaceInPrediction(
  { place, prediction }: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
): string {
  if (isCounted) return "counted";
  return place && prediction && alongside.length === 1
    ? `${place} ${formatRateInterval(prediction)}`
    : "";
}

/**
 * Returns text such as "Yours 34 of 41, within 35–99". It leaves the count out if there is no rate, because the column
 * of numbers then shows the count.
 */
function describeAddedCount(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  isCounted: boolean,
): string {
  const name = nameAddedCohortOrYours(figure, alongside);
  return joinByCommas([
    figure.rate === null ? name : `${name} ${formatEventCount(figure)}`,
    describeInclusionOrPlaceInPrediction(figure, alongside, isCounted),
  ]);
}

function addSideLinesBelow(side: SideView, lines: readonly SideView[]): SideView {
  const [first, ...later] = lines;
  if (side.other) return { ...side, other: addSideLinesBelow(side.other, lines) };
  return first === undefined ? side : { ...side, other: addSideLinesBelow(first, later) };
}

function makeAddedCountSide({ events, n, rate, interval }: AddedFigure, text: string): SideView {
  const bar = placeIntervalEnds(interval);
  const at = placeRate(events / n);
  const along = [Math.min(at, ...(bar ?? [])), Math.max(at, ...(bar ?? []))] as const;
  return {
    number: rate === null ? formatEventCount({ events, n }) : formatRate(rate),
    under: rate === null ? "" : formatIntervalOrTooWide(interval),
    filled: false,
    ...(bar && { bar }),
    marks: [{ at, kind: rate === null ? "added-few" : "added" }],
    ...placeLabelsShortenedIfNeeded({
      coveredSpans: [along],
      labels: [{ text, along, isFirst: false }],
    }),
  };
}

/**
 * Returns text such as "Yours, Our centre: 34 of 41, 83 of 100, 68 to 93; within what the next trial may show,
 * 52 to 99.".
 */
function describeAddedCountAloud(
  figure: AddedFigure,
  alongside: readonly AddedFigure[],
  { evidence }: WithEvidence,
): string {
  const { cohort, rate, interval, prediction, place } = figure;
  const isPractice = cohort.evidence === "real-world" && evidence === "trial";
  const ends = prediction && formatRateInterval(prediction).replace("–", " to ");
  return writeSentence(
    joinBySemicolons([
      `${yours}, ${nameAddedCohort(cohort)}: ${joinByCommas([
        formatEventCount(figure),
        rate !== null && `${formatRate(rate)} of 100`,
        rate === null ? formatIntervalAloud(interval, " of 100") : formatIntervalAloud(interval),
      ])}`,
      place &&
        alongside.filter(({ group }) => group === figure.group).length === 1 &&
        `${place} ${nextMayShow}, ${ends}`,
      isPractice && chosenPatients,
    ]),
  );
}
