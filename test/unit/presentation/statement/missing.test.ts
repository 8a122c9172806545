import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { missingReason } from "#presentation/statement/missing.ts";
import { missingText } from "#presentation/statement/row.ts";
import { screen as strings } from "#words/screen.ts";
import { noPool, notPooled, pool, row, study } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";

const selected = { "car-t": 3, bsab: 3 };
const both = { query: { therapyClass: "both" as const }, selected };
const without = (over: Parameters<typeof pool>[0]) =>
  row({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } } });
const silent = { notPooled: [notPooled()] };
const byTrial = { status: "by-trial", k: 1, trials: 1, studies: [study()] } as const;
const beside = {
  ...({ regimen: "monotherapy", k: 1, trials: 1, products: ["a"], studies: [] } as const),
  ...({ events: 5, n: 10, estimate: 0.5, interval: [0.2, 0.8] } as const),
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
      "no cohort is selected",
      without({}),
      { ...both, selected: { ...selected, bsab: 0 } },
      "none-selected",
    ],
    ["survival at a month stands by trial", without(byTrial), both, "by-trial"],
    ["only the other kind of regimen has one", without({ beside }), both, "other-regimen"],
    ["no cohort reports it", without(silent), both, "silent"],
    [
      "no figure can be pooled",
      without({ notPooled: [notPooled({ code: "no-count" })] }),
      both,
      "not-poolable",
    ],
  ] as const)("is that %s", (_, of, question, why) => {
    expect(missingReason("bsab", of, question)).toBe(why);
  });

  it("is in words for each of them", () => {
    const query = asked("", dataset);
    const said = (of: ReturnType<typeof row>, count = 3) =>
      missingText("bsab", of, { strings, query, selected: { ...selected, bsab: count } });
    expect(said(without(byTrial))).toBe("by trial, never pooled");
    expect(said(without({ beside }))).toBe("other regimen only");
    expect(said(without(silent))).toBe("not found for bispecifics in 3 trials");
    expect(said(without({}), 0)).toBe("no bispecific trial in this selection");
    expect(said(row({ appliesTo: ["car-t"], notFor: "given once" }))).toBe("given once");
  });
});
