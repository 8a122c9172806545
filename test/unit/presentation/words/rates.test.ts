import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  differenceWords,
  isRounded,
  rangeOf100,
  rateOf100,
  reconcile,
} from "#presentation/words/rates.ts";
import { probability, ratio } from "#presentation/words/ratios.ts";
import { screen as en } from "#words/screen.ts";

describe("a rate of 100", () => {
  it.each([
    [0, "0"],
    [1e-9, "<1"],
    [0.004, "<1"],
    [0.00999, "<1"],
    [0.01, "1"],
    [0.014, "1"],
    [0.015, "2"],
    [0.5, "50"],
    [0.925, "93"],
    [0.994, "99"],
    [0.995, ">99"],
    [0.9999, ">99"],
    [1, "100"],
  ])("%d is %s", (rate, text) => {
    expect(rateOf100(rate)).toBe(text);
  });

  it.each([
    [0, "0.0"],
    [0.009, "<1"],
    [0.923, "92.3"],
    [0.9949, "99.5"],
    [0.9999, ">99"],
  ])("%d with one digit is %s", (rate, text) => {
    expect(rateOf100(rate, 1)).toBe(text);
  });

  it("is 0 only for none and 100 only for all", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (rate) => {
        const text = rateOf100(rate);
        expect(text === "0").toBe(rate === 0);
        if (text === "100") expect(rate).toBeGreaterThan(1 - 1e-12);
        expect(text).toMatch(/^(?:<1|>99|\d{1,2}|100)$/);
      }),
    );
  });
});

describe("a range of 100", () => {
  it.each([
    [[0.821, 0.968], "(82–97)"],
    [[0, 0.04], "(0–4)"],
    [[0.001, 0.999], "(0–100)"],
  ] as const)("%j is %s", (interval, text) => {
    expect(rangeOf100(interval)).toBe(text);
  });
});

/** What a figure prints for two rates: both rates, and their difference with its sign. */
function printed(carT: number, bsab: number) {
  const { difference, digits } = reconcile(carT, bsab, 100 * (carT - bsab));
  const { amount } = differenceWords(difference, [-100, 100], en, digits);
  return { carT: rateOf100(carT, digits), bsab: rateOf100(bsab, digits), amount, digits };
}

function signedAmount(amount: string): number | null {
  if (amount === en.same) return 0;
  const match = /^(<1|\d+(?:\.\d)?) (more|fewer)$/.exec(amount);
  if (!match) return null;
  const size = match[1] === "<1" ? 0 : Number(match[1]);
  return match[2] === en.more ? size : -size;
}

/** Rates in steps of 0.1 % and finer, as in real estimates, and values that are hard to round. */
const rates = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((steps) => steps / 10_000),
  fc.integer({ min: 1, max: 999 }).map((steps) => steps / 1000),
  fc.double({ min: 0, max: 1, noNaN: true }).map((rate) => Number(rate.toPrecision(6))),
);

/** What a row of the screen prints. */
function onScreen(carT: number, bsab: number) {
  const difference = 100 * (carT - bsab);
  const { amount } = differenceWords(difference, [-100, 100], en);
  return {
    carT: rateOf100(carT),
    bsab: rateOf100(bsab),
    amount,
    rounded: isRounded(carT, bsab, difference),
  };
}

describe("two rates and their difference on the screen", () => {
  it.each([
    [0.92, 0.654, "92", "65", "27 more", false],
    [0.926, 0.664, "93", "66", "26 more", true],
    [0.203, 0.201, "20", "20", "<1 more", false],
    [0.204, 0.196, "20", "20", "1 more", true],
    [0.004, 0.02, "<1", "2", "2 fewer", false],
    [0.2, 0.2, "20", "20", "no difference", false],
  ])("%d and %d are %s, %s and %s, rounded: %s", (carT, bsab, first, second, amount, rounded) => {
    expect(onScreen(carT, bsab)).toEqual({ carT: first, bsab: second, amount, rounded });
  });

  it("are whole numbers that subtract, or are called rounded and are off by one", () => {
    fc.assert(
      fc.property(rates, rates, (carT, bsab) => {
        const shown = onScreen(carT, bsab);
        expect(shown.amount).toMatch(/^(?:no difference|(?:<1|\d+) (?:more|fewer))$/);
        const off = Number(shown.carT) - Number(shown.bsab) - (signedAmount(shown.amount) ?? 0);
        if (Number.isNaN(off)) expect(shown.rounded).toBe(false);
        else expect(Math.abs(off), JSON.stringify(shown)).toBe(shown.rounded ? 1 : 0);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("two rates and their difference in a figure", () => {
  it("are printed without a digit after the point where they subtract", () => {
    expect(printed(0.92, 0.654)).toEqual({ carT: "92", bsab: "65", amount: "27 more", digits: 0 });
  });

  it("get one digit where rounded numbers would not subtract", () => {
    expect(printed(0.926, 0.664)).toMatchObject({ carT: "92.6", bsab: "66.4", digits: 1 });
    expect(printed(0.926, 0.664).amount).toBe("26.2 more");
  });

  it("say the direction of CAR-T relative to bispecifics", () => {
    expect(printed(0.3, 0.2).amount).toBe("10 more");
    expect(printed(0.2, 0.3).amount).toBe("10 fewer");
    expect(printed(0.2, 0.2).amount).toBe("no difference");
  });

  it("say <1 rather than 0 for a small difference", () => {
    expect(printed(0.203, 0.201).amount).toBe("<1 more");
    expect(printed(0.201, 0.203).amount).toBe("<1 fewer");
  });

  it("do not read a rate below 1 as a number", () => {
    expect(printed(0.004, 0.02)).toMatchObject({ carT: "<1", digits: 0 });
  });

  it("are printed as numbers for any two rates", () => {
    fc.assert(
      fc.property(rates, rates, (carT, bsab) => {
        const shown = printed(carT, bsab);
        expect(signedAmount(shown.amount), JSON.stringify(shown)).not.toBeNull();
      }),
      { numRuns: 5000, examples: [[0.9996, 0.7048]] },
    );
  });

  it("always subtract as printed, where both are printed as numbers", () => {
    fc.assert(
      fc.property(rates, rates, (carT, bsab) => {
        const shown = printed(carT, bsab);
        const [a, b] = [Number(shown.carT), Number(shown.bsab)];
        if (Number.isNaN(a) || Number.isNaN(b)) return;
        const expected = Math.round((a - b) * 10) / 10;
        expect(signedAmount(shown.amount), JSON.stringify(shown)).toBeCloseTo(expected, 9);
      }),
      { numRuns: 20_000, examples: [[0.107, 0.132]] },
    );
  });

  it("never say more for fewer", () => {
    fc.assert(
      fc.property(rates, rates, (carT, bsab) => {
        const { amount } = printed(carT, bsab);
        if (amount.endsWith(en.more)) expect(carT).toBeGreaterThan(bsab);
        if (amount.endsWith(en.fewer)) expect(carT).toBeLessThan(bsab);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the interval of a difference", () => {
  const range = (lower: number, upper: number, digits: 0 | 1 = 0) =>
    differenceWords((lower + upper) / 2, [lower, upper], en, digits).range;

  it.each([
    [14.2, 35.8, "14 to 36 more"],
    [-50, -0.4, "0 to 50 fewer"],
    [-50.2, -12.4, "12 to 50 fewer"],
    [-12, 45, "12 fewer to 45 more"],
    [0, 20, "0 to 20 more"],
    [0.2, 20, "0 to 20 more"],
    [-0.3, 0.3, "<1 fewer to <1 more"],
    [-0.4, 5, "<1 fewer to 5 more"],
  ])("%d to %d is %s", (lower, upper, text) => {
    expect(range(lower, upper)).toBe(text);
  });

  it("is in whole patients, as the intervals of the rates are", () => {
    expect(range(-12.34, 45.67, 1)).toBe("12 fewer to 46 more");
  });

  it("runs from the smaller to the larger size on one side of zero", () => {
    expect(range(-36, -14)).toBe("14 to 36 fewer");
  });
});

describe("a ratio", () => {
  it.each([
    [3.8712, "3.9"],
    [0.4777, "0.48"],
    [22.04, "22"],
    [22.46, "22.5"],
    [1, "1"],
    [99.96, "100"],
    [1234.5, "1235"],
    [0.0312, "0.031"],
  ])("%d is %s", (value, text) => {
    expect(ratio(value)).toBe(text);
  });
});

describe("a probability", () => {
  it.each([
    [0.963, "96 %"],
    [0.5, "50 %"],
    [0.9901, "> 99 %"],
    [1, "> 99 %"],
    [0.99, "99 %"],
    [0.01, "1 %"],
    [0.0099, "< 1 %"],
    [0, "< 1 %"],
  ])("%d is %s and never a certainty", (value, text) => {
    expect(probability(value)).toBe(text);
  });
});
