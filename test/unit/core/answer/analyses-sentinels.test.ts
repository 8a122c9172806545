/**
 * Numbers of analyses of today's data, typed from a quadrature of its own: mean and spread on a grid, the likelihood by
 * Gauss–Hermite, differences from the two posteriors.
 */
import { expect, it } from "vitest";
import type { Interval } from "#core/answer/answer.ts";
import { models } from "#core/answer/models.ts";
import { answerTo } from "./any-question.ts";
import { countsOf } from "./entries.ts";

function analysesOf(outcome: string) {
  const row = answerTo("").outcomes.find((candidate) => candidate.outcome === outcome);
  return row?.contrasts[0]?.analyses ?? [];
}

function expectNear(
  difference: number | null | undefined,
  interval: Interval | null | undefined,
  expected: readonly [number, number, number],
): void {
  const values = [difference, ...(interval ?? [])];
  expect(values).toHaveLength(expected.length);
  for (const [at, value] of values.entries()) {
    expect(Math.abs((value ?? Number.NaN) - (expected[at] ?? Number.NaN))).toBeLessThan(0.2);
  }
}

it("severe CRS without CARTIFAN-1, 17 of whose 48 patients had it", () => {
  const trial = analysesOf("crs-3").find(({ analysis }) => analysis === "trial");
  const without = trial?.omissions?.find((omission) => omission.trial === "CARTIFAN-1");
  expectNear(without?.differencePer100, without?.differenceInterval, [4.9, 1.3, 11.8]);
});

it("response with a wider prior on the spread, which loses the difference", () => {
  const model = analysesOf("orr").find(({ analysis }) => analysis === "model");
  expect(model).toMatchObject({ variant: "half-normal-1.5", status: "loses", made: 2 });
  expectNear(model?.differencePer100, model?.differenceInterval, [20.8, -4.4, 33.3]);
});

it("the same counts, typed, by the model with the wider prior", () => {
  const [compared] = models.ofWiderSpread.compare(
    [
      // KarMMa, CRB-401, CARTITUDE-1, CARTIFAN-1.
      { id: "car-t", figures: countsOf("94/128 28/33 94/97 43/48") },
      // MajesTEC-1, teclistamab in Asia, MagnetisMM-3 and -1, LINKER-MM1.
      { id: "bsab", figures: countsOf("104/165 40/52 75/123 35/55 83/117") },
    ],
    "bsab",
  );
  const { difference = Number.NaN, differenceInterval } = compared?.contrast ?? {};
  const [lower = Number.NaN, upper = Number.NaN] = differenceInterval ?? [];
  expectNear(100 * difference, [100 * lower, 100 * upper], [20.8, -4.4, 33.3]);
});
