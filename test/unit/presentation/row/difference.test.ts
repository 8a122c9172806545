import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { contrastStatuses } from "#core/answer/check-names.ts";
import { dataset } from "#core/dataset.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { differenceOf, whyNoDifference } from "#presentation/row/difference.ts";
import { contrast, noContrast, productPool, row } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";
import { sides } from "../../../support/viewed-rows.ts";

const told = (over: Parameters<typeof contrast>[0], more: Parameters<typeof row>[0] = {}) => {
  const found = differenceOf(row({ contrasts: [contrast(over)], ...more }));
  if (!found) throw new Error("no difference");
  return found;
};

describe("the difference of a row", () => {
  it("is the fitted one with its interval, also where the two rates subtract to another", () => {
    const pools = sides({ estimate: 0.9 }, { estimate: 0.6 });
    expect(told({ differencePer100: 10, differenceInterval: [4, 16] }, pools)).toMatchObject({
      ...{ difference: 10, interval: [4, 16], includesZero: false },
    });
  });

  it.each([
    [[-1, 16], true],
    [[0, 16], true],
    [[-16, 0], true],
    [[0.1, 16], false],
    [[-16, -0.1], false],
  ] as const)("with the interval %j holds 0: %s", (interval, zero) => {
    expect(told({ differenceInterval: [...interval] }).includesZero).toBe(zero);
  });

  it("is none without a fitted one, although both classes have a number", () => {
    expect(differenceOf(row({ ...sides({}, {}), contrasts: [noContrast] }))).toBeNull();
    expect(differenceOf({ contrasts: [] })).toBeNull();
  });
});

type Missing = Readonly<Record<TherapyClass, string | null>>;
const none: Missing = { "car-t": null, bsab: null };
const reasonOf = (one: Row, missing: Missing = none) =>
  whyNoDifference(one, { query: asked("", dataset) }, missing);

describe("why two numbers are not compared", () => {
  const why = (status: (typeof contrastStatuses)[number], pools: Parameters<typeof sides>) =>
    reasonOf(row({ ...sides(...pools), contrasts: [{ ...noContrast, status }] }));
  const only = (product: string) => ({ missing: ["b-cel"], products: [productPool(product)] });

  it("is in words for every status", () => {
    for (const status of contrastStatuses) {
      const said = why(status, [{ k: 1, ...only("a-cel") }, only("c-mab")]);
      expect(said).toMatch(/^\S.*\S$/);
      expect(said).not.toMatch(/undefined|null|NaN| {2}/);
    }
  });
});
