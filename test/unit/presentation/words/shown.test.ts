import { describe, expect, it } from "vitest";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import { english } from "#presentation/words/english/codes.ts";
import { withWords } from "#presentation/words/with-words.ts";
import {
  cohort,
  datasetOf,
  figure,
  infection,
  outcome,
  widestBut,
} from "../../../support/cohorts.ts";

const death = outcome("death", { byTrial: true, timeDependent: true });
const late = { cut: "24mo", followUpMonths: 24 };

/** What the row of an outcome shows, by cohort. */
function shownOf(id: string, cohorts: Parameters<typeof datasetOf>[0]) {
  const dataset = datasetOf(cohorts, { outcomes: [infection, death] });
  const answer = compare(widestBut({ outcome: [id] }), dataset, beyond);
  const [row] = withWords(answer, english).outcomes;
  const { products = [], notPooled = [] } = row?.pools["car-t"] ?? {};
  return {
    products: products.map(({ product, shown }) => [product, shown]),
    notPooled: notPooled.map((one) => [one.cohort, one.shown]),
  };
}

describe("what a row shows of single products", () => {
  it("is a count, with its follow-up where the only cohort has another data cut", () => {
    const two = [
      cohort("a", { figures: [figure("infection-3", 20, 100, late)] }),
      cohort("b", { product: "beta-cel", figures: [figure("infection-3", 9, 90, late)] }),
    ];
    expect(shownOf("infection-3", two).products).toEqual([
      ["alpha-cel", "20 of 100 at 24 months"],
      ["beta-cel", "9 of 90 at 24 months"],
    ]);
    const primary = [cohort("a", { figures: [figure("infection-3", 20, 100)] })];
    expect(shownOf("infection-3", primary).products).toEqual([["alpha-cel", "20 of 100"]]);
  });

  it("is also a count of another data cut that is not pooled, of any product", () => {
    const cohorts = [
      cohort("a", { figures: [figure("infection-3", 2, 33)] }),
      cohort("b", { figures: [figure("infection-3", 28, 128, late)] }),
      cohort("c", { figures: [figure("infection-3", 3, 9, { cut: "x", followUpMonths: null })] }),
    ];
    expect(shownOf("infection-3", cohorts).notPooled).toEqual([
      ["b", "28 of 128 at 24 months"],
      ["c", "3 of 9, follow-up not reported"],
    ]);
  });

  it("is a percentage without a count only where no figure of its product is pooled", () => {
    const printed = { percentPrinted: 17 };
    const counted = cohort("a", { figures: [figure("infection-3", 2, 33)] });
    const of = (product: string) =>
      cohort("b", { product, figures: [figure("infection-3", null, 97, printed)] });
    expect(shownOf("infection-3", [counted, of("beta-cel")]).notPooled).toEqual([
      ["b", "17 %, count not printed"],
    ]);
    expect(shownOf("infection-3", [counted, of("alpha-cel")]).notPooled).toEqual([["b", null]]);
  });

  it("is that percentage also where a count was worked out from it", () => {
    const inferred = figure("infection-3", 16, 97, { percentPrinted: 17, hold: "inferred" });
    expect(shownOf("infection-3", [cohort("a", { figures: [inferred] })]).notPooled).toEqual([
      ["a", "17 %, count not printed"],
    ]);
  });

  it("is nothing of a figure that is held for another reason, or not reported", () => {
    const held = figure("infection-3", 16, 97, { percentPrinted: 17, hold: "unverified" });
    const cohorts = [cohort("a", { figures: [held] }), cohort("b")];
    expect(shownOf("infection-3", cohorts).notPooled).toEqual([
      ["a", null],
      ["b", null],
    ]);
  });

  it("names the trial of deaths from any cause, which are never pooled", () => {
    const cohorts = [cohort("a", { figures: [figure("death", 35, 97, { followUpMonths: 29.9 })] })];
    expect(shownOf("death", cohorts)).toEqual({
      products: [],
      notPooled: [["a", "35 of 97 at 29.9 months (A)"]],
    });
  });
});
