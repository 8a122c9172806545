/** The checks of a difference; their words are approved in `words/english.txt`. */
import { describe, expect, it } from "vitest";
import type { Check, Contrast } from "#core/answer/answer.ts";
import { checksOf } from "#presentation/statement/checks.ts";
import { english } from "#presentation/words/catalogue.ts";
import { allHold, check, contrast, noContrast, row } from "../../../support/answers.ts";

const { checks: words } = english.analyses;
const clear = { differencePer100: 26, differenceInterval: [14, 36] } as const;
const open = { differencePer100: 7, differenceInterval: [-6, 30] } as const;
const said = (over: Partial<Contrast>, without: Parameters<typeof checksOf>[1] = null) =>
  checksOf(row({ contrasts: [contrast({ ...clear, ...over })] }), without, english);
const line = (one: Check) => said({ checks: [one] })?.lines[0];

it("are none without a difference", () => {
  expect(checksOf(row({ contrasts: [noContrast] }), null, english)).toBeNull();
});

describe("what is said of all checks", () => {
  it("is by how much comparable patients would have to differ, from the end nearest to 0", () => {
    expect(said({ checks: [...allHold] })?.beneath).toContain(
      words.tippingPoint("14 more", "26 more", "responded"),
    );
    const fewer = { differencePer100: -12, differenceInterval: [-20, -3] } as const;
    expect(said({ ...fewer, checks: [check("dose", { status: "lost" })] })).toMatchObject({
      strength: "Holds in 0 of 1 check.",
      beneath: words.tippingPoint("3 fewer", "12 fewer", "responded"),
    });
  });

  it("is no tipping point where 0 lies within", () => {
    expect(said({ ...open, checks: [check("dose")] })).toMatchObject({
      strength: "0 lies within.",
      beneath: "",
    });
  });

  it("has the range with any one trial left out, where that is known", () => {
    const range = (differencePer100: number) => ({ differencePer100 });
    const ends = { lowest: range(20.2), highest: range(28.9), trials: 5 };
    const without = ends as Parameters<typeof checksOf>[1];
    // Of two classes of three trials each.
    const text = words.leaveOneOut("20 to 29 more", 5, 6);
    expect(said({ checks: [...allHold] }, without)?.beneath).toContain(text);
    expect(said(open, without)?.beneath).toContain(text);
  });
});

describe("a check", () => {
  it("has the run that is shown with its difference, and how much could be asked", () => {
    const found = { differencePer100: 11, differenceInterval: [-18, 28] } as const;
    const one = check("product", { ...found, of: "a-cel", status: "lost", asked: 3, total: 5 });
    expect(line(one)).toEqual({
      name: words.name(one),
      of: `${words.shown(one)}, ${words.extent(one)}`,
      status: words.status(one),
      result: "11 more (18 fewer to 28 more)",
    });
    expect(line(check("dose"))?.result).toBe("20 more (5 to 35)");
  });

  it("that changes no figure, or cannot be asked, has no number", () => {
    const nothing = { of: null, differencePer100: null, differenceInterval: null, oddsRatio: null };
    expect(line(check("papers", { ...nothing, status: "same" }))?.result).toBe("");
    const asked = { asked: 4, total: 9, because: "few-trials", status: "cannot-be-asked" } as const;
    expect(line(check("equal-age", { ...nothing, ...asked }))).toMatchObject({
      of: expect.stringMatching(/^[a-z ]+$/),
      result: "",
    });
  });
});
