/** The drugs of a row, side by side. */
import { describe, expect, it } from "vitest";
import { drugsView } from "#presentation/row/drugs-view.ts";
import {
  monthOfTrial,
  noPool,
  percentageAlone,
  productPool,
  study,
} from "../../../support/answers.ts";
import { sides } from "../../../support/viewed-rows.ts";

describe("drugs of a row", () => {
  it("are CAR-T first, each with its count, its rate and its interval", () => {
    const studies = [study({ product: "a-cel" }), study({ product: "b-mab" })];
    const drugs = drugsView(
      sides(
        { studies: studies.slice(0, 1), products: [productPool("a-cel", { events: 68, n: 97 })] },
        {
          studies: studies.slice(1),
          products: [
            productPool("b-mab", { events: 3, n: 200, estimate: 0.015, interval: [0.003, 0.043] }),
          ],
        },
      ),
    );
    expect(drugs).toEqual([
      {
        ...{ group: "car-t", product: "a-cel", name: "a-cel", beneath: "68 of 97", number: "70" },
        ...{ under: "50–90", bar: [50, 90], marks: [{ at: 70, kind: "estimate" }], filled: true },
      },
      {
        ...{ group: "bsab", product: "b-mab", name: "b-mab", beneath: "3 of 200", number: "2" },
        ...{ under: "0–4", bar: [0.3, 4.3], marks: [{ at: 1.5, kind: "estimate" }], filled: true },
      },
    ]);
  });

  it("without a count of their own stand with what is known of them, hollow", () => {
    const months = [
      monthOfTrial({ product: "a-cel", cohort: "a", survival: 0.77 }),
      monthOfTrial({ product: "a-cel", cohort: "b", kind: "at-least", survival: 0.21 }),
      monthOfTrial({ product: "b-cel", cohort: "c", kind: "below-half", survival: null }),
    ];
    const drugs = drugsView(sides({ ...noPool, months }, null));
    expect(drugs).toMatchObject([
      { product: "a-cel", number: "77", under: "", beneath: "", filled: false },
      { product: "b-cel", number: "<50", marks: [{ at: 50, kind: "below" }], filled: false },
    ]);
    expect(drugs[0]?.marks).toHaveLength(2);
  });

  it("say which other outcome their figures are of, with the counts in the order of the number", () => {
    const broader = [
      study({ product: "a-cel", cohort: "a", events: 14, n: 33, estimate: 14 / 33 }),
      study({ product: "a-cel", cohort: "b", events: 23, n: 128, estimate: 23 / 128 }),
    ];
    const notPooled = [percentageAlone({ product: "b-cel" })];
    expect(drugsView(sides({ ...noPool, broader, notPooled }, null))).toMatchObject([
      {
        name: "a-cel",
        beneath: "neurotoxicity: 23 of 128, 14 of 33",
        number: "18 / 42",
        under: "",
      },
      { name: "b-cel", beneath: "", number: "17", under: "n unknown" },
    ]);
  });

  it("beside a number of the class are not dropped", () => {
    const carT = {
      ...{ studies: [study({ product: "a-cel" })], products: [productPool("a-cel")] },
      ...{ missing: ["b-cel"], notPooled: [percentageAlone({ product: "b-cel" })] },
    };
    expect(drugsView(sides(carT, null)).map(({ product }) => product)).toEqual(["a-cel", "b-cel"]);
  });

  it("are named as given, and none of which nothing is known", () => {
    const combined = {
      ...{ regimen: "combination" as const, products: [productPool("b-mab")] },
      studies: [study({ product: "b-mab", regimen: "combination" })],
    };
    expect(drugsView(sides(null, combined))).toMatchObject([{ name: "b-mab in combination" }]);
    expect(drugsView(sides(null, null))).toEqual([]);
  });
});
