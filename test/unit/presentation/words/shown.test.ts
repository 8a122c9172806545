import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { printedAlone } from "#presentation/statement/figures.ts";
import { productTexts } from "#presentation/statement/product-lines.ts";
import { english } from "#presentation/words/catalogue.ts";
import {
  cohort,
  datasetOf,
  figure,
  infection,
  landmark,
  pfs,
  widestBut,
} from "../../../support/cohorts.ts";

const late = { cut: "24mo", followUpMonths: 24 };

/** What the row of an outcome shows, by product, and by cohort where there is no count. */
function shownOf(id: string, cohorts: Parameters<typeof datasetOf>[0]) {
  const dataset = datasetOf(cohorts, { outcomes: [infection, pfs] });
  const [row] = compare(widestBut({ outcome: [id] }), dataset, models).outcomes;
  if (!row) throw new Error("no row");
  const pool = row.pools["car-t"];
  const texts = productTexts(pool, english);
  return {
    products: pool.products.map(({ product }, index) => [product, texts[index]]),
    alone: printedAlone(pool).map(({ cohort: one, percentPrinted }) => [
      one,
      english.codes.shown.unpooled(percentPrinted),
    ]),
  };
}

describe("what a row shows of single products", () => {
  it("is a count with its exact interval, and the follow-up where another data cut stands in", () => {
    const two = [
      cohort("a", { figures: [figure("infection-3", 20, 100, late)] }),
      cohort("b", { product: "beta-cel", figures: [figure("infection-3", 9, 90, late)] }),
    ];
    expect(shownOf("infection-3", two).products).toEqual([
      ["alpha-cel", "20 of 100 at 24-month follow-up (20 of 100, 13–29)"],
      ["beta-cel", "9 of 90 at 24-month follow-up (10 of 100, 5–18)"],
    ]);
    const primary = [cohort("a", { figures: [figure("infection-3", 20, 100)] })];
    expect(shownOf("infection-3", primary).products).toEqual([
      ["alpha-cel", "20 of 100 (20 of 100, 13–29)"],
    ]);
  });

  it("says of whom it is, where these are not all who were treated", () => {
    const of = (population: "efficacy-evaluable" | "randomised" | "safety") =>
      cohort("a", { figures: [figure("infection-3", 20, 100, { population })] });
    const said = (["efficacy-evaluable", "randomised", "safety"] as const).map(
      (population) => shownOf("infection-3", [of(population)]).products[0]?.[1],
    );
    expect(said).toEqual([
      "20 of 100 evaluable (20 of 100, 13–29)",
      "20 of 100 randomised (20 of 100, 13–29)",
      "20 of 100 (20 of 100, 13–29)",
    ]);
  });

  it("is the sum of its trials, the count of each, and then what the model makes of them", () => {
    const of = (a: readonly [number, number], b: readonly [number, number]) =>
      shownOf("infection-3", [
        cohort("a", { figures: [figure("infection-3", ...a)] }),
        cohort("b", { figures: [figure("infection-3", ...b)] }),
      ]).products;
    expect(of([94, 128], [28, 33])).toEqual([
      ["alpha-cel", "122 of 161: 94 of 128, 28 of 33 (77 of 100, 49–92)"],
    ]);
    // No two trials are too different for it: their interval says so.
    expect(of([5, 97], [17, 48])).toEqual([
      [
        "alpha-cel",
        expect.stringMatching(/^22 of 145: 5 of 97, 17 of 48 \(\d+ of 100, \d+–\d+\)$/),
      ],
    ]);
  });

  it("names a pool of trials, and products that were not told apart", () => {
    const cohorts = [
      cohort("a", { parts: ["x", "y"], figures: [figure("infection-3", 20, 100)] }),
      cohort("b", { product: "beta-or-gamma", figures: [figure("infection-3", 20, 100)] }),
    ];
    expect(shownOf("infection-3", cohorts).products).toEqual([
      ["alpha-cel", "20 of 100 in a pool of trials (20 of 100, 13–29)"],
      ["beta-or-gamma", "20 of 100 (20 of 100, 13–29) (not told apart)"],
    ]);
  });

  it("is the printed survival of each trial, which is not added up", () => {
    const answer = [
      cohort("a", { landmarks: [landmark("pfs-12", 0.8)] }),
      cohort("b", { landmarks: [landmark("pfs-12", 0.6)] }),
    ];
    expect(shownOf("pfs-12", answer).products).toEqual([
      ["alpha-cel", "80 of 100 (70–90), 60 of 100 (50–70)"],
    ]);
  });

  it("says the follow-up of a count of another data cut", () => {
    const cohorts = [
      cohort("a", { figures: [figure("infection-3", 2, 33)] }),
      cohort("b", { figures: [figure("infection-3", 28, 128, late)] }),
      cohort("c", { figures: [figure("infection-3", 3, 9, { cut: "x", followUpMonths: null })] }),
    ];
    expect(shownOf("infection-3", cohorts)).toMatchObject({
      products: [
        [
          "alpha-cel",
          expect.stringMatching(/^33 of 170: 2 of 33, 28 of 128 at 24-month follow-up, 3 of 9 \(/),
        ],
      ],
      alone: [],
    });
  });

  it("is a percentage without a count only where no figure of its product is pooled", () => {
    const printed = { percentPrinted: 17 };
    const counted = cohort("a", { figures: [figure("infection-3", 2, 33)] });
    const of = (product: string) =>
      cohort("b", { product, figures: [figure("infection-3", null, 97, printed)] });
    expect(shownOf("infection-3", [counted, of("beta-cel")]).alone).toEqual([
      ["b", "17 % printed, no count"],
    ]);
    expect(shownOf("infection-3", [counted, of("alpha-cel")]).alone).toEqual([]);
  });

  it("is that percentage also where a count was worked out from it", () => {
    const inferred = figure("infection-3", 16, 97, { percentPrinted: 17, hold: "inferred" });
    expect(shownOf("infection-3", [cohort("a", { figures: [inferred] })]).alone).toEqual([
      ["a", "17 % printed, no count"],
    ]);
  });

  it("is nothing of a figure that is held for another reason, or not reported", () => {
    const held = figure("infection-3", 16, 97, { percentPrinted: 17, hold: "unverified" });
    const cohorts = [cohort("a", { figures: [held] }), cohort("b")];
    expect(shownOf("infection-3", cohorts).alone).toEqual([]);
  });
});
