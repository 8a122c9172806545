import { describe, expect, it } from "vitest";
import { contrastsByName } from "#core/comparison/by-name.ts";
import { gatherCounts } from "#core/evidence/gather.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { wilson } from "#core/statistics/single-proportion.ts";
import { bispecific, cohort, crs, figure, orr } from "../../../support/cohorts.ts";

type Made = ReturnType<typeof cohort>;

const carT = [
  cohort("a1", { figures: [figure("orr", 45, 60)] }),
  cohort("a2", { figures: [figure("orr", 30, 40)] }),
];
const bsab = [
  bispecific("b1", { figures: [figure("orr", 40, 80)] }),
  bispecific("b2", { figures: [figure("orr", 20, 40)] }),
];

function named(first: readonly Made[], second: readonly Made[], of = orr, cut = defaultQuery.cut) {
  const entries = [first, second].map(
    (cohorts) => gatherCounts(cohorts, of, { ...defaultQuery, overlap: "drop" }).entries,
  );
  return contrastsByName(of, entries, { cut });
}

describe("products by name", () => {
  it("differ by their counts, with Newcombe's interval of the two sums", () => {
    const [only, another] = named(carT, bsab);
    expect(another).toBeUndefined();
    expect(only).toMatchObject({
      product: "alpha-cel",
      against: "betamab",
      counts: [
        { events: 75, n: 100 },
        { events: 60, n: 120 },
      ],
      differencePer100: 25,
    });
    const [low, high] = [wilson(75, 100), wilson(60, 120)];
    const lower = 0.25 - Math.hypot(0.75 - low[0], high[1] - 0.5);
    const upper = 0.25 + Math.hypot(low[1] - 0.75, 0.5 - high[0]);
    expect(only?.differenceInterval?.[0]).toBeCloseTo(100 * lower, 9);
    expect(only?.differenceInterval?.[1]).toBeCloseTo(100 * upper, 9);
  });

  it("have no interval where the trials of one of them differ", () => {
    const apart = [carT[0], cohort("a2", { figures: [figure("orr", 10, 40)] })] as Made[];
    const [only] = named(apart, bsab);
    expect(only?.differencePer100).toBeCloseTo(5, 9);
    expect(only?.differenceInterval).toBeNull();
  });

  it.each([
    ["one trial", [cohort("a1", { figures: [figure("orr", 90, 120)] })]],
    [
      "fewer than 100 patients",
      [carT[0] as Made, cohort("a2", { figures: [figure("orr", 29, 39)] })],
    ],
    [
      "products that were not told apart",
      carT.map((one) => ({ ...one, product: "alpha-cel-or-gamma-cel" })),
    ],
    ["another kind of regimen", carT.map((one) => ({ ...one, regimen: "combination" as const }))],
  ])("are not contrasted with %s", (_, cohorts) => {
    expect(named(cohorts, bsab)).toEqual([]);
  });

  it("are not contrasted where they were graded otherwise", () => {
    const graded = (cohorts: readonly Made[], grading: "astct" | "lee") =>
      cohorts.map((one) => ({ ...one, figures: [figure("crs-3", 50, 60, { grading })] }));
    expect(named(graded(carT, "astct"), graded(bsab, "astct"), crs)).toHaveLength(1);
    expect(named(graded(carT, "astct"), graded(bsab, "lee"), crs)).toEqual([]);
  });

  it("are contrasted in what accumulates only over follow-ups that are alike", () => {
    const accumulates = { ...orr, timeDependent: true };
    const followed = (cohorts: readonly Made[], followUpMonths: number | null) =>
      cohorts.map((one) => ({
        ...one,
        figures: one.figures.map((known) => ({ ...known, followUpMonths })),
      }));
    const months = (first: number | null, second: number | null) =>
      named(followed(carT, first), followed(bsab, second), accumulates);
    expect(months(12, 14)).toHaveLength(1);
    expect(months(12, 15)).toEqual([]);
    expect(months(12, null)).toEqual([]);
  });
});
