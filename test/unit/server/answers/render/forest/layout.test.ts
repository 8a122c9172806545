import { describe, expect, it } from "vitest";
import { layoutOf, type PlacedLine } from "#server/answers/render/forest/layout.ts";
import { figureFor } from "./figures.ts";

const questions = [
  "outcome=orr",
  "outcome=crs",
  "outcome=os-12&lines=any&evidence=all&target=any&regimen=any",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=infused",
  "outcome=orr&availability=any&lines=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any",
];

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
          expect(y - style.size * 0.75).toBeGreaterThanOrEqual(top - 0.5);
          expect(y + style.size * 0.25).toBeLessThanOrEqual(bottom + 0.5);
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
