import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { differenceOf } from "#presentation/statement/difference.ts";
import { contrast, noContrast, noPool, pool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const bayes = { model: "bayes" } as const;
const told = (over: Parameters<typeof contrast>[0], more: Parameters<typeof row>[0] = {}) => {
  const found = differenceOf(row({ contrasts: [contrast(over)], ...more }), bayes);
  if (!("contrast" in found)) throw new Error(found.what);
  return found;
};

describe("the difference of a row", () => {
  it("is of two pools by the model, with a credible interval", () => {
    const found = told({ differencePer100: 10, differenceInterval: [4, 16] });
    expect(found).toMatchObject({
      ...{ what: "difference", between: "pools", kind: "credible", difference: 10 },
      ...{ interval: [4, 16], includesZero: false, endsNearZero: false },
    });
  });

  it("has a confidence interval where the model gives no probability", () => {
    expect(told({ probabilityHigher: null }).kind).toBe("confidence");
  });

  it.each([
    [[-1, 16], true, false],
    [[0, 16], true, false],
    [[0.4, 16], false, true],
    [[-16, -0.4], false, true],
    [[0.5, 16], false, false],
  ] as const)("with the interval %j holds 0: %s, or ends near it: %s", (interval, zero, near) => {
    const found = told({ differenceInterval: [...interval] });
    expect([found.includesZero, found.endsNearZero]).toEqual([zero, near]);
  });

  it("is kept unless a check loses it", () => {
    const lost = {
      kind: "rule" as const,
      value: "availability=us" as const,
      cohort: null,
      differencePer100: 1,
      differenceInterval: [-4, 6] as const,
    };
    expect(told({ checked: { lost: null } }).kept).toBe(true);
    expect(told({ checked: { lost } }).kept).toBe(false);
  });

  it("of counts is observed, and says on which side", () => {
    const kinds = new Set<string>();
    for (const question of [
      "setting=early",
      "product=cilta-cel,teclistamab",
      "compare=therapy-class",
    ]) {
      for (const outcome of compareInWords(asked(question, dataset), dataset).outcomes) {
        const found = differenceOf(outcome, bayes);
        if (!("contrast" in found)) continue;
        expect(found.what === "observed").toBe(found.between !== "pools");
        kinds.add(`${found.between} ${found.kind}`);
      }
    }
    expect(kinds).toContain("pools credible");
    expect([...kinds].some((kind) => kind.startsWith("one-product approximate"))).toBe(true);
  });
});

/** By this question a trial without an event stands beside a pool of the model. */
const countedByReml =
  "product=zevor-cel,linvoseltamab,teclistamab&exclude=lummicar-1,lummicar-1-phase-2,lummicar-2&model=reml";

describe("a difference of the model beside a trial as it was counted", () => {
  const crs = compareInWords(asked(countedByReml, dataset), dataset).outcomes.find(
    ({ outcome }) => outcome === "crs-3",
  );

  it("says so, because the two printed numbers need not subtract to it", () => {
    if (!crs) throw new Error("no row");
    expect(crs.pools["car-t"].observed?.estimate).toBe(0);
    expect(crs.contrasts[0]?.differencePer100).toBeGreaterThan(0.5);
    expect(differenceOf(crs, { model: "reml" })).toMatchObject({
      ...{ what: "difference", between: "modelled", rounded: false },
    });
  });
});

describe("a row without a difference", () => {
  const none = (over: Parameters<typeof row>[0], model: "bayes" | "glmm" = "bayes") =>
    differenceOf(row({ contrasts: [noContrast], ...over }), { model });

  it("is refused where products stand in the place of a class", () => {
    const refused = { ...noContrast, status: "not-representative" } as const;
    expect(none({ contrasts: [refused] })).toEqual({ what: "refused" });
  });

  it("is one-sided where only one class can have the outcome", () => {
    expect(none({ appliesTo: ["car-t"] })).toEqual({ what: "one-sided", without: [] });
  });

  it("names the class that is missing", () => {
    const pools = { "car-t": pool(), bsab: noPool };
    const missing = { ...noContrast, status: "missing-group" } as never;
    expect(none({ pools, contrasts: [missing] })).toEqual({ what: "missing", without: ["bsab"] });
  });

  it("has none by models that give none, although both classes have a number", () => {
    const missing = { ...noContrast, status: "missing-group" } as never;
    const pools = { "car-t": pool(), bsab: pool() };
    expect(none({ pools, contrasts: [missing] }, "glmm")).toEqual({ what: "other-models" });
  });
});
