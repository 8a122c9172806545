/**
 * Counts that a reader added, in a row: a line of their own below their class, on the same axis, with the exact interval
 * and one word on where the rate lies. They never enter the number of the class here.
 */
import type { AddedFigure } from "#core/added/place.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { chosenPatients, nameOfAdded, nextMayShow, yours } from "../words/added.ts";
import { endsOf100, rateOf100 } from "../words/rates.ts";
import { joinedClauses, sentence, withCommas, withSpaces } from "../words/sentences.ts";
import { placeLabels } from "./labels.ts";
import { barOf, countOf, heardRange, of100, rangeText } from "./plotted.ts";
import type { RowView } from "./row-view.ts";
import { type SideView, sideOfWords } from "./side-view.ts";

type WithEvidence = Pick<Query, "evidence">;

/** Adds lines of added counts to a row, in the order in which the reader added them. */
export function withAddedFigures(
  view: RowView,
  figures: readonly AddedFigure[],
  query: WithEvidence,
): RowView {
  if (figures.length === 0) return view;
  const names = new Set(figures.map(({ cohort }) => cohort.id));
  const isOnly = names.size === 1;
  const sides = therapyClasses.flatMap((group) => {
    const ofGroup = figures.filter((figure) => figure.group === group);
    const side = view.sides[group];
    if (ofGroup.length === 0) return side === undefined ? [] : [[group, side] as const];
    const lines = ofGroup.map((figure) => sideOfAdded(figure, isOnly));
    return [[group, below(side ?? sideOfWords("not reported"), lines)] as const];
  });
  return {
    ...view,
    sides: Object.fromEntries(sides),
    heard: withSpaces([view.heard, ...figures.map((figure) => heardOf(figure, query))]),
  };
}

/** Puts lines below the last line of a side. */
function below(side: SideView, lines: readonly SideView[]): SideView {
  const [first, ...later] = lines;
  if (side.other) return { ...side, other: below(side.other, lines) };
  return first === undefined ? side : { ...side, other: below(first, later) };
}

function sideOfAdded(figure: AddedFigure, isOnly: boolean): SideView {
  const { events, n, rate, interval, place } = figure;
  const bar = barOf(interval);
  const at = of100(events / n);
  const count = countOf({ events, n });
  const name = isOnly ? yours : nameOfAdded(figure.cohort);
  // A count stands in the column of numbers itself.
  const text = rate === null ? name : withCommas([`${name} ${count}`, place]);
  const along = [Math.min(at, ...(bar ?? [])), Math.max(at, ...(bar ?? []))] as const;
  return {
    number: rate === null ? count : rateOf100(rate),
    under: rate === null ? "" : rangeText(interval),
    filled: false,
    ...(bar && { bar }),
    marks: [{ at, kind: rate === null ? "added-few" : "added" }],
    ...placeLabels({ taken: [along], labels: [{ text, along, isFirst: false }] }),
  };
}

/** "Yours, Our centre: 34 of 41, 83 of 100, 68 to 93; within what the next trial may show, 52 to 99." */
function heardOf(figure: AddedFigure, { evidence }: WithEvidence): string {
  const { cohort, rate, interval, prediction, place } = figure;
  const isPractice = cohort.evidence === "real-world" && evidence === "trial";
  const ends = prediction && endsOf100(prediction).replace("–", " to ");
  return sentence(
    joinedClauses([
      `${yours}, ${nameOfAdded(cohort)}: ${withCommas([
        countOf(figure),
        rate !== null && `${rateOf100(rate)} of 100`,
        rate === null ? heardRange(interval, " of 100") : heardRange(interval),
      ])}`,
      place && `${place} ${nextMayShow}, ${ends}`,
      isPractice && chosenPatients,
    ]),
  );
}
