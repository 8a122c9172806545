import { describe, expect, it } from "vitest";
import type { Check, Row } from "#core/answer/answer.ts";
import { contrastStatuses } from "#core/answer/contrast.ts";
import { dataset } from "#core/dataset.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import {
  contrastText,
  differenceOf,
  strengthOf,
  whyNoDifference,
} from "#presentation/statement/difference.ts";
import { catalogue } from "#words/catalogue.ts";
import { check, contrast, noContrast, noPool, productPool, row } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides } from "../../../support/viewed-rows.ts";

const { screen: en } = catalogue;

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

  it("counts the checks that could be asked, and of these those that hold", () => {
    const checks: Check[] = [
      check("place"),
      check("product", { status: "lost" }),
      check("dose", { status: "same" }),
      check("papers", { status: "cannot-be-asked" }),
    ];
    expect(told({ checks })).toMatchObject({ asked: 2, holds: 1 });
    expect(told({ checks: null })).toMatchObject({ asked: 0, holds: 0 });
  });

  it("is none without a fitted one, although both classes have a number", () => {
    expect(differenceOf(row({ ...sides({}, {}), contrasts: [noContrast] }))).toBeNull();
    expect(differenceOf({ contrasts: [] })).toBeNull();
  });

  it("is that of the API in every row, and none where the API has none", () => {
    for (const question of ["", "lines=2", "outcome=toxicity", "model=reml"]) {
      for (const one of screenAnswer(asked(question, dataset), dataset).outcomes) {
        const found = differenceOf(one);
        expect(found?.difference ?? null).toBe(one.contrasts[0]?.differencePer100 ?? null);
        expect(found !== null).toBe(one.contrasts[0]?.status === "ok");
      }
    }
  });
});

describe("how a difference stood the checks", () => {
  const clear = { differencePer100: 26, differenceInterval: [14, 36] } as const;
  const open = { differencePer100: 7, differenceInterval: [-6, 30] } as const;

  const { strength } = en;

  it("is how many hold of those asked; that none can be asked; nothing where none was made", () => {
    const checks = [check("place"), check("product", { status: "lost" }), check("dose")];
    const unasked = [check("place", { status: "cannot-be-asked" })];
    expect(strengthOf(told({ ...clear, checks }), en)).toBe(strength.holds(2, 3));
    expect(strengthOf(told({ ...clear, checks: unasked }), en)).toBe(strength.unasked);
    expect(strengthOf(told({ ...clear, checks: null }), en)).toBe("");
  });

  it("is that 0 lies within, whatever was checked", () => {
    for (const checks of [[check("dose")], null]) {
      expect(strengthOf(told({ ...open, checks }), en)).toBe(strength.open);
    }
  });
});

type Missing = Readonly<Record<TherapyClass, string | null>>;
const none: Missing = { "car-t": null, bsab: null };
const reasonOf = (one: Row, missing: Missing = none) =>
  whyNoDifference(one, { query: asked("", dataset) }, missing, catalogue);

describe("why two numbers are not compared", () => {
  const why = (status: (typeof contrastStatuses)[number], pools: Parameters<typeof sides>) =>
    reasonOf(row({ ...sides(...pools), contrasts: [{ ...noContrast, status }] }));
  const only = (product: string) => ({ missing: ["b-cel"], products: [productPool(product)] });
  const followed = (months: number | null) => ({ followUp: { months, unknownShare: 0 } });

  const { notCompared } = en;
  const single = { k: 1, trials: 1 };

  it("is a side of one trial, or both", () => {
    expect(why("one-trial", [single, {}])).toBe("one CAR-T trial");
    expect(why("one-trial", [{}, single])).toBe("one bispecific trial");
    expect(why("one-trial", [single, single])).toBe("one CAR-T and one bispecific trial");
  });

  it("is a side that rests on one of several products, or both", () => {
    const both = why("one-product", [only("cilta-cel"), only("teclistamab")]);
    expect(both).toBe(notCompared.oneProduct(["cilta-cel", "teclistamab"]));
    // The other side has one product, too, but no other was selected.
    const whole = { products: [productPool("teclistamab")] };
    expect(why("one-product", [only("cilta-cel"), whole])).toBe("cilta-cel only");
  });

  it("is follow-up that is not known, or too far apart", () => {
    const unknown = [followed(null), followed(12)] as const;
    expect(why("follow-up-unknown", [...unknown])).toBe(notCompared.followUpUnknown);
    const apart = why("follow-ups-apart", [followed(33.4), followed(12)]);
    expect(apart).toBe(notCompared.followUpsApart(33, 12));
  });

  it("is that two models made them, where nothing else is said", () => {
    expect(why("not-estimable", [{}, {}])).toBe(notCompared.otherModels);
    expect(reasonOf({ ...row(sides({}, {})), contrasts: [] })).toBe(notCompared.otherModels);
  });

  it("is in words for every status", () => {
    for (const status of contrastStatuses) {
      const said = why(status, [{ k: 1, ...only("a-cel") }, only("c-mab")]);
      expect(said).toMatch(/^\S.*\S$/);
      expect(said).not.toMatch(/undefined|null|NaN| {2}/);
    }
  });

  it("is said of every row of two numbers without a difference, and names a side that is so", () => {
    for (const question of ["", "evidence=all", "lines=1", "lines=2", "outcome=toxicity"]) {
      for (const one of screenAnswer(asked(question, dataset), dataset).outcomes) {
        const { "car-t": carT, bsab } = one.pools;
        const both = carT.estimate !== null && bsab.estimate !== null;
        if (!both || one.contrasts[0]?.differencePer100 !== null) continue;
        const said = reasonOf(one);
        expect(said, `${question} ${one.outcome}`).not.toBe("");
        // Each place that shows it says "not compared" itself.
        expect(said).not.toContain("not compared");
        if (!said.endsWith(" trial")) continue;
        expect(said.includes("one CAR-T")).toBe(carT.trials === 1);
        expect(/one bispecific/.test(said)).toBe(bsab.trials === 1);
      }
    }
  });
});

describe("a row without a difference", () => {
  const single = { ...noContrast, status: "one-trial" } as const;
  const pools = {
    both: sides({ k: 1, trials: 1 }, {}),
    one: sides({}, null),
    none: sides(null, null),
    byTrial: sides({ ...noPool, status: "by-trial" }, { ...noPool, status: "by-trial" }),
  };
  const notFor = "only of patients with renal disease";

  it.each<[string, keyof typeof pools, Partial<Row>, string | null, string]>([
    ["what it is only for, before all", "both", { notFor, contrasts: [single] }, null, notFor],
    ["why the two are not compared", "both", { contrasts: [single] }, null, "one CAR-T trial"],
    ["that nothing is pooled", "byTrial", { contrasts: [noContrast] }, null, en.byTrial],
    ["which number there is not", "one", { contrasts: [noContrast] }, "not found", "not found"],
    ["that two models made them", "both", {}, null, en.notCompared.otherModels],
    ["that no trial reports it", "none", { contrasts: [] }, "both", en.nothingReported],
  ])("says %s", (_, which, over, bsab, reason) => {
    const one = row({ contrasts: [noContrast], ...pools[which], ...over });
    const missing = { "car-t": bsab === "both" ? bsab : null, bsab };
    expect(reasonOf(one, missing)).toBe(reason);
    expect(contrastText(one, { query: asked("", dataset) }, missing, catalogue)).toEqual({
      ...{ finding: [en.finding.notCompared(reason)], ratio: "" },
    });
  });
});
