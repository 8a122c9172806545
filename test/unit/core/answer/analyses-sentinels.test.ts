/**
 * Differences of counts that are typed here, so that no new trial moves them, against a quadrature of its own: mean and
 * spread on a grid, the likelihood by Gauss–Hermite, differences from the two posteriors.
 */
import { expect, it } from "vitest";
import { models } from "#core/answer/models.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { countsOf } from "./entries.ts";

it.each([
  [
    "severe CRS without CARTIFAN-1, 17 of whose 48 patients had it",
    models.of(defaultQuery),
    // CARTITUDE-1, CRB-401, KarMMa; LINKER-MM1, MagnetisMM-3, MajesTEC-1.
    ["5/97 4/62 7/128", "1/117 0/123 1/165"],
    [4.9, 1.3, 11.8],
  ],
  [
    "response by the model with the wider prior on the spread, which loses the difference",
    models.ofWiderSpread,
    // KarMMa, CRB-401, CARTITUDE-1, CARTIFAN-1; MajesTEC-1, teclistamab in Asia, MagnetisMM-3 and -1, LINKER-MM1.
    ["94/128 28/33 94/97 43/48", "104/165 40/52 75/123 35/55 83/117"],
    [20.8, -4.4, 33.3],
  ],
] as const)("%s", (_, { compare }, [carT, bsab], expected) => {
  const groups = [
    { id: "car-t", figures: countsOf(carT) },
    { id: "bsab", figures: countsOf(bsab) },
  ];
  const { difference, differenceInterval } = compare(groups, "bsab")[0]?.contrast ?? {};
  const values = [difference, ...(differenceInterval ?? [])].map(
    (value = Number.NaN) => 100 * value,
  );
  for (const [at, value] of expected.entries()) {
    expect(Math.abs((values[at] ?? Number.NaN) - value)).toBeLessThan(0.2);
  }
});
