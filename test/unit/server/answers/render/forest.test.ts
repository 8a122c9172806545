/**
 * The forest plot as a file: what it shows, where texts and marks lie for the widest of the usual fonts, and what it
 * never holds.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeClassTables } from "#presentation/row/class-tables.ts";
import type { PaletteTheme } from "#presentation/svg/palette.ts";
import { measureTextWidth } from "#presentation/svg/text.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { columns, renderForestSvg, sheetWidth } from "#server/answers/render/forest/draw.tsx";
import { makeForestFigure } from "#server/answers/render/forest/figure.ts";
import { comparison, pool, row, study } from "../../../../support/answers.ts";
import { forAny } from "../../../../support/for-any.ts";
import { textOf } from "../../../../support/html.ts";
import { anyQuery, queryOf } from "../../../../support/queries.ts";
import { runsOf } from "../../../../support/sample.ts";

/** The picture of the first row of an answer. */
function svgOf(query: Query, theme: PaletteTheme = "light"): string {
  const answer = answerClassesInFull(query);
  const [first] = answer.outcomes;
  if (!first) throw new Error("no row");
  return renderForestSvg(first, answer, theme);
}

/** Returns the figure and picture of an invented row. */
function madeUp(shown: Row) {
  const answer = comparison({ outcomes: [shown] });
  return { figure: makeForestFigure(shown, answer), svg: renderForestSvg(shown, answer, "light") };
}

/** Holds the place of a text or a mark, in units of the picture. */
type Box = { readonly text: string } & Readonly<
  Record<"left" | "right" | "top" | "bottom", number>
>;

/** Returns the boxes of all texts of a picture, as wide as in the widest of the usual fonts. */
function textBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", inner]) => {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size] = [Number(of("x")), Number(of("y")), Number(of("font-size"))] as const;
    const text = textOf(inner ?? "");
    const width = measureTextWidth(text, { size, bold: of("font-weight") === "600" });
    const before = { start: 0, middle: width / 2, end: width }[of("text-anchor") ?? "start"] ?? 0;
    const left = x - before;
    return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.25 };
  });
}

/** Returns the boxes of the marks of all lines; the arrow of a bound is 13 units long, that of a line 7. */
function markBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<g data-mark="\w+"[^>]*>(.*?)<\/g>/gs)].flatMap(([, mark = ""]) => {
    const numbers = (pattern: RegExp) => (pattern.exec(mark) ?? []).slice(1).map(Number);
    const spans = numbers(/"M([\d.]+) [\d.]+H([\d.]+)/);
    const [x, y] = numbers(/translate\(([\d.]+) ([\d.]+)\)/);
    const [before = 13, after = 13] = numbers(/M-([\d.]+) 0l[\d.]+-[\d.]+ ([\d.]+) /);
    const arrows = numbers(/M([\d.]+) [\d.]+v-4l7/).map((start) => start + 7);
    const places = [...spans, ...(x === undefined ? [] : [x - before, x + after]), ...arrows];
    const middle = y ?? numbers(/M[\d.]+ ([\d.]+)/)[0] ?? Number.NaN;
    const [left, right] = [Math.min(...places), Math.max(...places)];
    return { text: "a mark", left, right, top: middle - 7.5, bottom: middle + 7.5 };
  });
}

it("the picture of any row has the lines of the opened row, with every trial that is counted", () => {
  forAny([anyQuery(dataset)], runsOf(40), (query) => {
    const answer = answerClassesInFull(query);
    for (const row of answer.outcomes) {
      const shown = makeForestFigure(row, answer).tables.flatMap(({ trials }) => trials);
      expect(shown).toEqual(makeClassTables(row, answer).flatMap(({ trials }) => trials));
      const counted = therapyClasses.flatMap((group) => row.pools[group].studies);
      for (const { events, n, cohort } of counted) {
        const line = shown.find((trial) => trial.cohort === cohort);
        const patients = n === null ? "" : `${n} patients`;
        expect(line?.parts?.basis).toBe(events === null ? patients : `${events} of ${n}`);
      }
    }
  });
}, 60_000);

describe("the axis of a rare harm", () => {
  const rare = pool({ estimate: 0.05, interval: [0.01, 0.1], predictionInterval: null });
  const figureWith = (trial: ReturnType<typeof study>) =>
    madeUp(
      row({ direction: "harm", pools: { "car-t": { ...rare, studies: [trial] }, bsab: rare } }),
    );

  it("is left by an interval with an arrow, and by a rate with no square", () => {
    const inside = figureWith(study({ estimate: 0.1, interval: [0.05, 0.5] }));
    const outside = figureWith(study({ estimate: 0.3, interval: [0.1, 0.5] }));
    const mark = ({ svg }: typeof inside) => /<g data-mark="trial"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1];
    const arrow = `d="M${columns.plot.end} `;
    expect(mark(inside)).toContain("translate(");
    expect(mark(outside)).not.toContain("translate(");
    for (const { figure, ...drawn } of [inside, outside]) {
      expect(mark({ figure, ...drawn })).toContain(arrow);
      expect(figure.foot.join()).toContain("Arrow: at least, below, or beyond the axis.");
    }
  });
});

const anyOutcome = fc.constantFrom(...dataset.outcomes.map(({ id }) => id));

/** Text that must not occur in an attribute or a label; it would come from a failed computation. */
const accident = /NaN|undefined|Infinity|\[object|null/;

const counted = { events: 70, n: 100, estimate: 0.7, interval: [0.5, 0.85] } as const;

describe("a picture", () => {
  it("holds no number that is none, whatever is asked", () => {
    const theme = fc.constantFrom("light", "dark");
    forAny([anyQuery(dataset), anyOutcome, theme], runsOf(60), (query, outcome, colours) => {
      const svg = svgOf({ ...query, outcome: [outcome] }, colours);
      expect(svg).not.toMatch(accident);
      expect(svg).not.toMatch(/<(script|style|foreignObject|image|use|a)\b|\bon\w+=|style=/);
    });
  });

  it("has squares with areas by the weights of the trials that are counted", () => {
    const trials = [
      study({ cohort: "a", events: 40, n: 50, weight: 64 }),
      study({ cohort: "b", events: 30, n: 50, weight: 36 }),
    ];
    const smallTrials = [study({ cohort: "c", events: 5, n: 10 })];
    const carT = pool({ ...counted, k: 2, studies: trials, smallTrials });
    const { svg } = madeUp(row({ pools: { "car-t": carT, bsab: pool() } }));
    const square = /fill="(#\w+)">(?:<path[^>]*><\/path>)?<path [^>]*h([\d.]+)v/g;
    const squares = [...svg.matchAll(square)];
    const [large, little, hollow] = squares.map(([, , side]) => Number(side) ** 2);
    expect((large ?? 0) / (little ?? 1)).toBeCloseTo(64 / 36, 1);
    expect(hollow).toBe(64);
    expect(squares.map(([, fill]) => fill)).toEqual(["#0a66a8", "#0a66a8", "#fff"]);
  });

  it("escapes what a label may hold", () => {
    const label = `<script>alert("1")</script> & 'so' ]]>`;
    const pools = { "car-t": pool({ studies: [study({ label, product: "<b>" })] }), bsab: pool() };
    const { svg } = madeUp(row({ pools, label: "<i>", detail: '"&<' }));
    expect(svg).not.toMatch(/<script|<b>|<i>|&(?!amp;|lt;|gt;|quot;|#)/);
  });

  it("has a long name whole, in as many lines as it needs", () => {
    const label = "A cohort with a name that goes on and on ".repeat(4).trim();
    const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
    const lines = textBoxes(madeUp(row({ pools })).svg).map(({ text }) => text);
    expect(lines.join(" ")).toContain(label);
  });
});

const questions = [
  ...["outcome=orr", "outcome=crs", "outcome=nrm", "outcome=infection-3", "outcome=infused"],
  "outcome=icans&definition=broad",
  "outcome=pfs-12&lines=any&evidence=all",
  "outcome=os-12&lines=any&evidence=all&target=any&regimen=any",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=orr&availability=any&lines=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any",
];

const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

const isOn = (box: Box, other: Box) =>
  box.left < other.right &&
  other.left < box.right &&
  box.top < other.bottom &&
  other.top < box.bottom;

function overlapping(boxes: readonly Box[], others: readonly Box[]): string[] {
  return boxes.flatMap((box, index) =>
    others
      .filter((other, at) => (boxes !== others || at > index) && isOn(box, other))
      .map((other) => `"${box.text}" and "${other.text}"`),
  );
}

function expectPlaces(svg: string): void {
  const texts = textBoxes(svg);
  const outside = texts.filter(
    ({ left, right, top, bottom }) =>
      left < 0 || right > sheetWidth || top < 0 || bottom > heightOf(svg),
  );
  expect(texts.length).toBeGreaterThan(4);
  expect(outside).toEqual([]);
  expect(overlapping(texts, texts)).toEqual([]);
  expect(overlapping(texts, markBoxes(svg))).toEqual([]);
}

describe("every text is inside the picture, and none on another or on a mark", () => {
  it.each(questions)("%s", (question) => {
    expectPlaces(svgOf(queryOf(question, dataset)));
  });

  it("a number whose interval is too wide to say anything", () => {
    const studies = [study({ cohort: "a" }), study({ cohort: "b" })];
    const wide = pool({ estimate: 0.01, interval: [0.001, 0.999], k: 2, studies });
    const { svg } = madeUp(row({ pools: { "car-t": wide, bsab: wide } }));
    expectPlaces(svg);
    // Its diamond is small.
    expect(svg).toContain(' d="M-6 0l6-7.5 6 7.5-6 7.5z"');
  });

  it("whatever is asked", () => {
    forAny([anyQuery(dataset), anyOutcome], runsOf(100), (query, id) =>
      expectPlaces(svgOf({ ...query, outcome: [id] })),
    );
  }, 60_000);
});

it("grows with the number of cohorts", () => {
  const heights = questions.map((question) => heightOf(svgOf(queryOf(question, dataset))));
  expect(Math.max(...heights)).toBe(heights.at(-1));
  expect(Math.min(...heights)).toBe(heights[questions.indexOf("outcome=orr&prior-lines=90-")]);
});
