import { describe, expect, it } from "vitest";
import type { Check } from "#core/answer/answer.ts";
import { contrastStatuses } from "#core/answer/contrast.ts";
import { dataset } from "#core/dataset.ts";
import {
  contrastText,
  differenceOf,
  strengthAtLength,
  strengthOf,
  whyNotCompared,
} from "#presentation/statement/difference.ts";
import { catalogue } from "#words/catalogue.ts";
import { check, contrast, noContrast, productPool, row } from "../../../support/answers.ts";
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

  it("is that 0 lies within, whatever was checked; at length with the probability", () => {
    const one = told({ ...open, checks: [check("dose")], probabilityHigher: 0.83 });
    expect(strengthOf(one, en)).toBe(strength.open);
    expect(strengthAtLength(one, en)).toBe(strength.openWith("83 %"));
    const unknown = told({ ...open, probabilityHigher: null });
    expect(strengthAtLength(unknown, en)).toBe(strength.open);
    const closed = told({ ...clear, checks: [check("dose")], probabilityHigher: 0.99 });
    expect(strengthAtLength(closed, en)).toBe(strength.holds(1, 1));
  });
});

describe("why two numbers are not compared", () => {
  const why = (status: (typeof contrastStatuses)[number], pools: Parameters<typeof sides>) =>
    whyNotCompared(
      row({ ...sides(...pools), contrasts: [{ ...noContrast, status }] }),
      "trial",
      en,
    );
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
    expect(apart).toBe(notCompared.followUpsApart(33.4, 12));
  });

  it("is nothing where there is a difference, or a side has no number", () => {
    expect(why("ok", [{}, {}])).toBe("");
    expect(why("not-estimable", [{}, null])).toBe("");
    expect(whyNotCompared({ ...row(), contrasts: [] }, "trial", en)).toBe("");
  });

  it("is in words for every status but those", () => {
    for (const status of contrastStatuses) {
      const said = why(status, [{ k: 1, ...only("a-cel") }, only("c-mab")]);
      expect(said !== "").toBe(!["ok", "not-estimable"].includes(status));
      expect(said).not.toMatch(/undefined|null|NaN|^ | {2}/);
    }
  });

  it("is said of every row of two numbers without a difference, and names a side that is so", () => {
    for (const question of ["", "evidence=all", "lines=1", "lines=2", "outcome=toxicity"]) {
      for (const one of screenAnswer(asked(question, dataset), dataset).outcomes) {
        const { "car-t": carT, bsab } = one.pools;
        const both = carT.estimate !== null && bsab.estimate !== null;
        const isOpen = both && one.contrasts[0]?.differencePer100 === null;
        const said = whyNotCompared(one, "trial", en);
        expect(said !== "", `${question} ${one.outcome}`).toBe(isOpen);
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

  it.each([
    ["why the two are not compared, before all", [single], "not found", "one CAR-T trial"],
    ["which number there is not", [noContrast], "not found", "not found"],
    ["that the model gives none", [noContrast], null, en.notCompared.otherModels],
  ] as const)("says %s", (_, contrasts, bsab, reason) => {
    const one = row({ ...sides({ k: 1, trials: 1 }, {}), contrasts });
    const missing = { "car-t": null, bsab };
    const found = contrastText(one, { query: asked("", dataset) }, missing, catalogue);
    expect(found).toEqual({ finding: [en.finding.notCompared(reason)], ratio: "" });
  });
});
