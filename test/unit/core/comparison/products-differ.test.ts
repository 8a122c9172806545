/** When a class is said to be an average of products that differ. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { betweenGroupsQ } from "#core/statistics/contrast/independent.ts";
import { cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";

/** Responses of 100 in each cohort of each product. */
function remarksOf(...products: readonly (readonly number[])[]) {
  const cohorts = products.flatMap((counts, at) =>
    counts.map((events, index) =>
      cohort(`p${at}-${index}`, {
        product: `product-${at}`,
        figures: [figure("orr", events, 100)],
      }),
    ),
  );
  const answer = compare(
    widestBut({ outcome: ["orr"] }),
    datasetOf(cohorts, { outcomes: [orr] }),
    models,
  );
  return answer.outcomes.flatMap(({ cautions }) =>
    cautions.filter(({ code }) => code === "products-differ"),
  );
}

describe("products of a class", () => {
  it("differ by Cochran's Q of their counts, from three products on", () => {
    // By hand, of 50, 50 and 63 of 100: logits 0, 0 and 0.532, Q 4.5 with 2 degrees of freedom.
    const q = betweenGroupsQ([
      { estimate: 0, se: Math.sqrt(1 / 50 + 1 / 50) },
      { estimate: 0, se: Math.sqrt(1 / 50 + 1 / 50) },
      { estimate: Math.log(63 / 37), se: Math.sqrt(1 / 63 + 1 / 37) },
    ]);
    expect(q?.q).toBeCloseTo(4.5, 2);
    expect(q?.p).toBeCloseTo(0.105, 3);
    expect(remarksOf([50], [50], [63])).toEqual([]);
    expect(remarksOf([50], [50], [64])).toEqual([
      { code: "products-differ", group: "car-t", range: { products: 3, lowest: 50, highest: 64 } },
    ]);
    expect(remarksOf([50], [64])).toEqual([]);
  });

  it("are tested by the counts of all their cohorts together", () => {
    // Each as 50, 50 and 58 of 100, which alone do not differ.
    expect(remarksOf([50], [50], [58])).toEqual([]);
    const four = (events: number) => Array.from({ length: 4 }, () => events);
    expect(remarksOf(four(50), four(50), four(58))).toHaveLength(1);
  });

  it("are tested with ½ added where a product has no or only events", () => {
    // By hand: p 0.17 and 0.06.
    expect(remarksOf([0], [0], [4])).toEqual([]);
    expect(remarksOf([0], [0], [6])).toEqual([
      expect.objectContaining({ range: { products: 3, lowest: 0, highest: 6 } }),
    ]);
    expect(remarksOf([100], [100], [94])).toEqual([
      expect.objectContaining({ range: { products: 3, lowest: 94, highest: 100 } }),
    ]);
  });

  it("are not said to spread by τ alone, which the prior decides of few rare events", () => {
    expect(remarksOf([1, 0], [1])).toEqual([]);
  });

  it("of which there are two may still hold cohorts that spread", () => {
    expect(remarksOf([30, 40], [80, 90])).toEqual([
      expect.objectContaining({ code: "products-differ" }),
    ]);
  });
});
