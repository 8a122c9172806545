import { describe, expect, it } from "vitest";
import { contrastStatuses } from "#core/answer/check-names.ts";
import { dataset } from "#core/dataset.ts";
import { differenceOf, whyNoDifference } from "#presentation/row/difference.ts";
import { contrast, noContrast, productPool, row } from "../../../support/answers.ts";
import { queryOf } from "../../../support/queries.ts";
import { sides } from "../../../support/viewed-rows.ts";

describe("the difference of a row", () => {
  it.each([
    [[-1, 16], true],
    [[0, 16], true],
    [[-16, 0], true],
    [[0.1, 16], false],
    [[-16, -0.1], false],
  ] as const)("with the interval %j holds 0: %s", (interval, includesZero) => {
    const fitted = contrast({ differencePer100: 10, differenceInterval: interval });
    // It is the fitted one, although the two rates subtract to 30.
    const pools = sides({ estimate: 0.9 }, { estimate: 0.6 });
    const expected = { difference: 10, interval, includesZero };
    expect(differenceOf(row({ contrasts: [fitted], ...pools }))).toMatchObject(expected);
  });

  it("is none without a fitted one, although both classes have a number", () => {
    expect(differenceOf(row({ ...sides({}, {}), contrasts: [noContrast] }))).toBeNull();
    expect(differenceOf({ contrasts: [] })).toBeNull();
  });

  it.each(contrastStatuses)("that is missing is explained: %s", (status) => {
    const only = (product: string) => ({ missing: ["b-cel"], products: [productPool(product)] });
    const pools = sides({ k: 1, ...only("a-cel") }, only("c-mab"));
    const without = row({ ...pools, contrasts: [{ ...noContrast, status }] });
    const missing = { "car-t": null, bsab: null };
    const text = whyNoDifference(without, { query: queryOf("", dataset) }, missing);
    expect(text).toMatch(/^\S.*\S$/);
    expect(text).not.toMatch(/undefined|null|NaN| {2}/);
  });
});
