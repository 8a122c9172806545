import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columns,
  layoutOf,
  type PlacedLine,
  positionOf,
  sideOf,
  styles,
} from "#presentation/forest/layout.ts";
import { figureFor } from "./figures.ts";

const questions = [
  "outcome=orr",
  "outcome=crs",
  "outcome=os-12&setting=any&evidence=all&target=any&regimen=any",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=infused",
  "outcome=orr&availability=any&setting=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any",
];

describe("the axis", () => {
  it("runs from none to all", () => {
    expect(positionOf(0)).toBe(columns.plot.start);
    expect(positionOf(1)).toBe(columns.plot.end);
    expect(positionOf(0.5)).toBe((columns.plot.start + columns.plot.end) / 2);
  });

  it("is never left, not even by rounding", () => {
    expect(positionOf(1.0000001)).toBe(columns.plot.end);
    expect(positionOf(-0.0000001)).toBe(columns.plot.start);
  });

  it("is linear", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const expected = (one - other) * (columns.plot.end - columns.plot.start);
        expect(positionOf(one) - positionOf(other)).toBeCloseTo(expected, 8);
      }),
    );
  });
});

describe("squares", () => {
  it("have areas in the proportion of the weights", () => {
    expect((sideOf(40, 40) / sideOf(10, 40)) ** 2).toBeCloseTo(4, 10);
    expect((sideOf(30, 100) / sideOf(20, 100)) ** 2).toBeCloseTo(1.5, 10);
  });

  it("can be seen however little they weigh", () => {
    expect(sideOf(0, 100)).toBeGreaterThan(2);
    expect(sideOf(0, 0)).toBeGreaterThan(2);
  });
});

describe.each(questions)("%s", (question) => {
  const layout = layoutOf(figureFor(question));
  const lines: PlacedLine[] = layout.parts.flatMap((part) => part.lines);

  it("has lines that follow each other without overlap", () => {
    let bottom = layout.headBottom;
    for (const line of lines) {
      expect(line.top).toBeGreaterThanOrEqual(bottom);
      expect(line.bottom).toBeGreaterThan(line.top);
      bottom = line.bottom;
    }
    if (layout.axisY !== null) expect(layout.axisY).toBeGreaterThanOrEqual(bottom);
  });

  it("has every text of a line inside that line", () => {
    for (const { top, bottom, texts } of lines) {
      for (const { style, lines: baselines } of texts) {
        for (const { y } of baselines) {
          expect(y - styles[style].size * 0.75).toBeGreaterThanOrEqual(top - 0.5);
          expect(y + styles[style].size * 0.25).toBeLessThanOrEqual(bottom + 0.5);
        }
      }
    }
  });

  it("has the contrast above the foot, and the foot above the edge", () => {
    const lowest = (blocks: typeof layout.foot) =>
      Math.max(0, ...blocks.flatMap((block) => block.lines.map(({ y }) => y)));
    expect(lowest(layout.contrast)).toBeLessThan(layout.footTop);
    expect(lowest(layout.foot)).toBeLessThan(layout.height - 5);
  });
});

it("grows with the number of cohorts", () => {
  const heights = questions.map((question) => layoutOf(figureFor(question)).height);
  expect(Math.max(...heights)).toBe(heights.at(-1));
  expect(Math.min(...heights)).toBe(heights[4]);
});
