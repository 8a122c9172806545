import { describe, expect, it } from "vitest";
import { layoutOf, type PlacedLine } from "#presentation/forest/layout.ts";
import { sheets } from "#presentation/forest/sheet.ts";
import { figureFor } from "./figures.ts";

const { page } = sheets;

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
  const layout = layoutOf(figureFor(question), page);
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
  const heights = questions.map((question) => layoutOf(figureFor(question), page).height);
  expect(Math.max(...heights)).toBe(heights.at(-1));
  expect(Math.min(...heights)).toBe(heights[4]);
});

describe("a slide", () => {
  const whole = questions.at(-1) ?? "";

  it.each([...questions, "outcome=crs-3", "outcome=infection-3", "outcome=pfs-12"])(
    "is 16:9, holds everything, and no text is below 14 points: %s",
    (question) => {
      const { wide } = sheets;
      expect([wide.width, wide.height]).toEqual([1280, 720]);
      const sizes = Object.values(wide.styles).map(({ size }) => size);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual((14 * 96) / 72);
      const layout = layoutOf(figureFor(question), wide);
      const blocks = [...layout.subtitle, ...layout.contrast, ...layout.foot];
      const lowest = Math.max(...blocks.flatMap(({ lines }) => lines.map(({ y }) => y)));
      expect(lowest).toBeLessThan(720 - 8);
      expect(layout.height).toBe(720);
    },
  );

  it("leaves out the cohorts of least weight of a long figure, says how many, and keeps every pool", () => {
    const figure = figureFor(whole);
    const { parts } = layoutOf(figure, sheets.wide);
    const all = figure.parts.flatMap(({ lines }) => lines);
    const drawn = parts.flatMap(({ lines }) => lines.map(({ line }) => line));
    const weights = (lines: typeof all) =>
      lines.flatMap((line) => (line.kind === "study" ? [line.weight] : []));
    const counts = figure.parts.map((part, index) => {
      const before = weights([...part.lines]).sort((one, other) => other - one);
      const after = weights(parts[index]?.lines.map(({ line }) => line) ?? []);
      expect(after.toSorted((one, other) => other - one)).toEqual(before.slice(0, after.length));
      expect(before.length - after.length).toBeGreaterThan(5);
      return after.length;
    });
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    const pools = (lines: typeof all) => lines.filter(({ kind }) => kind === "pool");
    expect(pools(drawn)).toEqual(pools(all));
    const said = drawn.flatMap((line) =>
      line.kind === "note" ? Number(/^and (\d+) of less weight/.exec(line.text)?.[1] ?? 0) : [],
    );
    const count = said.reduce((sum, one) => sum + one, 0);
    expect(count).toBe(weights(all).length - weights(drawn).length);
  });
});
