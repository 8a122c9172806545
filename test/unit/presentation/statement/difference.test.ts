import { describe, expect, it } from "vitest";
import type { Check } from "#core/answer/answer.ts";
import { contrastStatuses } from "#core/answer/contrast.ts";
import { dataset } from "#core/dataset.ts";
import {
  differenceOf,
  strengthAtLength,
  strengthOf,
  whyNotCompared,
} from "#presentation/statement/difference.ts";
import { screen as en } from "#words/screen.ts";
import {
  check,
  contrast,
  noContrast,
  noPool,
  pool,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
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
      ...{ kind: "credible", difference: 10, interval: [4, 16], includesZero: false },
    });
  });

  it("has a confidence interval where the model gives no probability", () => {
    expect(told({ probabilityHigher: null }).kind).toBe("confidence");
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
      for (const one of compareInWords(asked(question, dataset), dataset).outcomes) {
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

  it("is said with both counts, never as one exception", () => {
    const checks = [check("place"), check("product", { status: "lost" }), check("dose")];
    expect(strengthOf(told({ ...clear, checks }), en)).toBe("holds in 2 of 3 checks");
    expect(strengthOf(told({ ...clear, checks: [check("dose")] }), en)).toBe(
      "holds in 1 of 1 check",
    );
  });

  it("is that none can be asked, or nothing where none was made", () => {
    const checks = [check("place", { status: "cannot-be-asked" })];
    expect(strengthOf(told({ ...clear, checks }), en)).toBe("no check can be asked");
    expect(strengthOf(told({ ...clear, checks: null }), en)).toBe("");
  });

  it("is that 0 lies within, at length with the probability", () => {
    const one = told({ ...open, probabilityHigher: 0.83 });
    expect(strengthOf(one, en)).toBe("0 lies within");
    expect(strengthAtLength(one, en)).toBe(
      "0 lies within; probability that CAR-T is higher 83 %, if the trials were comparable",
    );
    expect(strengthAtLength(told({ ...open, probabilityHigher: null }), en)).toBe("0 lies within");
    expect(strengthAtLength(told({ ...clear, checks: [check("dose")] }), en)).toBe(
      "holds in 1 of 1 check",
    );
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

  it("is a side of one trial, or both", () => {
    expect(why("one-trial", [{ k: 1, trials: 1 }, {}])).toBe("one CAR-T trial");
    expect(why("one-trial", [{}, { k: 1, trials: 1 }])).toBe("one bispecific trial");
    expect(
      why("one-trial", [
        { k: 1, trials: 1 },
        { k: 1, trials: 1 },
      ]),
    ).toBe("one CAR-T and one bispecific trial");
  });

  it("is a side that rests on one of several products, or both", () => {
    expect(why("one-product", [only("cilta-cel"), {}])).toBe("cilta-cel only");
    expect(why("one-product", [only("cilta-cel"), only("teclistamab")])).toBe(
      "cilta-cel and teclistamab only",
    );
    // The other side has one product, too, but no other was selected.
    const whole = { products: [productPool("teclistamab")] };
    expect(why("one-product", [only("cilta-cel"), whole])).toBe("cilta-cel only");
  });

  it("is follow-up that is not known, or too far apart", () => {
    expect(why("follow-up-unknown", [followed(null), followed(12)])).toBe(
      "follow-up not known for most",
    );
    expect(why("follow-ups-apart", [followed(33.4), followed(12)])).toBe(
      "follow-ups more than twofold apart (33.4 and 12 months)",
    );
  });

  it("is nothing where there is a difference, or a side has no number", () => {
    expect(why("ok", [{}, {}])).toBe("");
    expect(why("not-estimable", [{}, null])).toBe("");
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
      for (const one of compareInWords(asked(question, dataset), dataset).outcomes) {
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

it("a side without a pool is not called one trial", () => {
  const one = row({ pools: { "car-t": pool(), bsab: noPool }, contrasts: [noContrast] });
  expect(whyNotCompared(one, "trial", en)).toBe("");
});
