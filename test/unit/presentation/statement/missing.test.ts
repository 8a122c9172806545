import { describe, expect, it } from "vitest";
import { whyMissing } from "#presentation/statement/missing.ts";
import { noPool, pool, row } from "../../../support/answers.ts";

const selected = { "car-t": 3, bsab: 3 };
const both = { query: { therapyClass: "both" as const }, selected };
const without = (over: Parameters<typeof pool>[0]) =>
  row({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } } });
const silent = {
  ...{ cohort: "a", label: "A", product: "x", code: "not-reported" as const, reason: "" },
  ...{ events: null, n: null, percentPrinted: null, followUpMonths: null, shown: null },
};

describe("why a class has no number", () => {
  it.each([
    ["it cannot have the outcome", row({ appliesTo: ["car-t"] }), both, "not-for"],
    [
      "it was not asked for",
      without({}),
      { ...both, query: { therapyClass: "car-t" as const } },
      "not-asked",
    ],
    [
      "its cohorts do not stand for it",
      without({ status: "not-represented", k: 2 }),
      both,
      "not-represented",
    ],
    [
      "no cohort is selected",
      without({}),
      { ...both, selected: { ...selected, bsab: 0 } },
      "none-selected",
    ],
    ["no cohort reports it", without({ notPooled: [silent as never] }), both, "silent"],
    [
      "no figure can be pooled",
      without({ notPooled: [{ ...silent, code: "no-count" } as never] }),
      both,
      "not-poolable",
    ],
  ] as const)("is that %s", (_, of, asked, why) => {
    expect(whyMissing("bsab", of, asked)).toBe(why);
  });

  it("is not that a product of it is silent, if others of its products have numbers", () => {
    const apart = without({ status: "not-represented", k: 2, notPooled: [silent as never] });
    expect(whyMissing("bsab", apart, both)).toBe("not-represented");
  });
});
