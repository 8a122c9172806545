/** Trials as bubbles over a property of them, with the line of each class. */
import type { MetaRegression, ModeratorName } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { sayReason } from "../words/codes.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceRange, rangeOf100, rateOf100, signedDifference } from "../words/rates.ts";
import { axisTo } from "./axis.ts";
import { ratioText } from "./explore.ts";

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Places are parts of both axes, from 0 to 1. */
export interface Bubbles {
  readonly axes: { readonly x: string; readonly y: string };
  readonly ticks: { readonly x: readonly Tick[]; readonly y: readonly Tick[] };
  readonly points: readonly {
    readonly name: string;
    readonly at: readonly [x: number, y: number];
    /** Its radius, as a part of the largest. */
    readonly size: number;
    readonly therapyClass: TherapyClass;
  }[];
  readonly bands: readonly {
    readonly therapyClass: TherapyClass;
    readonly line: readonly (readonly [x: number, low: number, y: number, high: number])[];
  }[];
  readonly notes: readonly string[];
}

export interface RegressionStatement {
  readonly heading: string;
  /** The slope is the first sentence, if there is one. */
  readonly says: readonly string[];
  readonly bubbles: Bubbles | null;
}

/** @param regression `null` for survival, which is no count. */
export function regressionStatement(
  regression: MetaRegression | null,
  words: Catalogue,
): RegressionStatement {
  const { heading, onlyCounts } = words.explore.regression;
  if (!regression) return { heading, says: [onlyCounts], bubbles: null };
  const { points } = regression;
  const remarks = regression.remarks.map((one) => sayReason(one, words.analyses.regressionRemarks));
  return {
    heading,
    says: [...slopes(regression, words), ...(remarks.length > 0 ? [remarks.join(" ")] : [])],
    bubbles: points.length > 1 ? bubblesOf(regression, words) : null,
  };
}

/** One slope for both classes, and from where to where it leads each. */
function slopes(regression: MetaRegression, words: Catalogue): string[] {
  const { moderator, terms, lines } = regression;
  const { screen, explore } = words;
  const { regression: said } = explore;
  const { numbers } = screen;
  const term = terms.find(({ name }) => name === moderator);
  if (!term) return [];
  const [low, high] = term.interval;
  const odds = ratioText(Math.exp(term.estimate), [Math.exp(low), Math.exp(high)], screen);
  const place = (x: number) => numbers.plain(Number(x.toFixed(1)));
  const ofClasses = therapyClasses.flatMap((group) => {
    const ends = [...new Set([lines[group][0], lines[group].at(-1)])].flatMap((end) => end ?? []);
    const texts = ends.map(({ x, estimate, interval }) =>
      said.at(`${rateOf100(estimate, 0, numbers)} ${rangeOf100(interval, numbers)}`, place(x)),
    );
    return texts.length > 0 ? [said.line(screen.className[group], texts)] : [];
  });
  const slope = said.slope(said.moderator(moderator), odds, pValueText(term.pValue, numbers));
  const { r2, between } = regression;
  const [only = ""] = therapyClasses.filter((group) => lines[group].length > 0);
  const whose = between?.status === "no-spread" && only ? said.slopeOf(screen.className[only]) : "";
  return [
    [slope, ofClasses.length > 1 ? said.oneSlope : whose].filter(Boolean).join(" "),
    ...betweenClasses(regression, words),
    ...ofClasses,
    ...(r2 === null ? [] : [said.r2(numbers.plain(Math.round(r2)), ofClasses.length > 1)]),
    said.chance,
  ];
}

/** What is left of the class once trials have the same value. */
function betweenClasses(
  { between, moderator, points }: MetaRegression,
  { screen, explore: { regression: said, dimension } }: Catalogue,
): string[] {
  if (!between) return [];
  const { status, oddsRatio, interval, pValue, overlap, difference } = between;
  const { numbers } = screen;
  const name = dimension(moderator);
  const place = (x: number) => numbers.plain(Number(x.toFixed(1)));
  const range = (of: TherapyClass) => {
    const xs = points.flatMap(({ group, x }) => (group === of ? [x] : []));
    const ends = [...new Set([Math.min(...xs), Math.max(...xs)])];
    return ends.map(place).join("–");
  };
  const made =
    difference?.interval &&
    said.difference(
      `${signedDifference(difference.per100, screen)} (${differenceRange(difference.interval, screen)})`,
      place(difference.at),
    );
  if (status === "no-overlap") return [said.apart(name, [range("car-t"), range("bsab")])];
  if (status === "none-within") return [said.noneWithin(name, (overlap ?? []).map(place))];
  if (oddsRatio === null || pValue === null) return [];
  return [
    [said.between(name, ratioText(oddsRatio, interval, screen), pValueText(pValue, numbers)), made]
      .filter(Boolean)
      .join(" "),
  ];
}

function bubblesOf(
  { points, lines, silent, moderator }: MetaRegression,
  { screen: { numbers }, explore: { regression: said } }: Catalogue,
): Bubbles {
  const xs = points.map(({ x }) => x);
  const ticks = xTicks(moderator, Math.min(...xs), Math.max(...xs));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const part = (x: number) => (x - low) / (high - low);
  const most = Math.max(...points.map(({ n }) => n));
  const highs = therapyClasses.flatMap((group) => lines[group].map(({ interval }) => interval[1]));
  const end = axisTo("harm", [...points.map(({ estimate }) => estimate), ...highs]);
  const up = (rate: number) => (100 * rate) / end;
  return {
    axes: { x: said.moderator(moderator), y: said.yAxis },
    ticks: {
      x: ticks.map((x) => ({ at: part(x), text: numbers.plain(x) })),
      y: [0, end / 2, end].map((y) => ({ at: y / end, text: numbers.plain(y) })),
    },
    points: points.map(({ label, group, x, n, estimate }) => ({
      name: label,
      at: [part(x), up(estimate)],
      size: Math.sqrt(n / most),
      therapyClass: group,
    })),
    bands: therapyClasses.map((therapyClass) => ({
      therapyClass,
      line: lines[therapyClass].map(
        ({ x, estimate, interval }) =>
          [part(x), up(interval[0]), up(estimate), up(interval[1])] as const,
      ),
    })),
    notes: [
      said.bubbles,
      ...(silent.length > 0 ? [said.silent(silent.map(({ label }) => label))] : []),
    ],
  };
}

const steps = [1, 2, 5, 10, 20, 50];

/** Round numbers that hold all values, at most six. */
function xTicks(moderator: ModeratorName, least: number, most: number): number[] {
  const step = steps.find((one) => (most - least) / one <= (moderator === "year" ? 3 : 4)) ?? 100;
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
