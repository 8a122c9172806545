/** Tests where texts and marks lie, for the widest of the usual fonts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { sheetWidth } from "#server/answers/render/forest/draw.tsx";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery, queryOf } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { type Box, madeUp, markBoxes, svgOf, textBoxes } from "./figures.ts";

const questions = [
  "outcome=orr",
  "outcome=crs",
  "outcome=nrm",
  "outcome=infection-3",
  "outcome=icans&definition=broad",
  "outcome=pfs-12&lines=any&evidence=all",
  "outcome=os-12&lines=any&evidence=all&target=any&regimen=any",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=infused",
  "outcome=orr&availability=any&lines=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any",
];

const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

function overlapping(boxes: readonly Box[], others: readonly Box[]): string[] {
  return boxes.flatMap((box, index) =>
    others
      .filter(
        (other, at) =>
          (boxes !== others || at > index) &&
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
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
    const outcome = fc.constantFrom(...dataset.outcomes.map(({ id }) => id));
    fc.assert(
      fc.property(anyQuery(dataset), outcome, (query, id) => {
        expectPlaces(svgOf({ ...query, outcome: [id] }));
      }),
      { numRuns: runsOf(100) },
    );
  }, 60_000);
});

it("grows with the number of cohorts", () => {
  const heights = questions.map((question) => heightOf(svgOf(queryOf(question, dataset))));
  expect(Math.max(...heights)).toBe(heights.at(-1));
  expect(Math.min(...heights)).toBe(heights[questions.indexOf("outcome=orr&prior-lines=90-")]);
});
