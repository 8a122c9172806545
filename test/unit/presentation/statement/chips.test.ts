import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { chipValues } from "#presentation/statement/chips.ts";
import { rangeText } from "#presentation/words/range-text.ts";
import { screen as en } from "#words/screen.ts";
import { comparison } from "../../../support/answers.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { asked } from "../../../support/queries.ts";

function chips(text: string) {
  const query = asked(text, dataset);
  const canonical = canonicalQuery(query, { sets: [] });
  return chipValues(comparison({ query, canonical }), en);
}

describe("the chips", () => {
  it("of the default question are all unchanged, in the order of the design", () => {
    expect(chips("").map(({ name, value, changed }) => [name, value, changed])).toEqual([
      ["availability", "Approved: US or EU", false],
      ["prior-lines", "≥ 3 prior lines", false],
      ["age", "Age", false],
      ["product", "Product", false],
      ["patient", "My patient", false],
      ["more", "More", false],
    ]);
  });

  it.each([
    ["availability=us", "availability", "Approved: US"],
    ["lines=any", "prior-lines", "Any prior lines"],
    ["prior-lines=4-6", "prior-lines", "≥ 3 prior lines · median lines 4–6"],
    ["age=-60", "age", "Median age ≤ 60"],
    ["product=ide-cel", "product", "ide-cel"],
    ["product=ide-cel,teclistamab", "product", "2 products"],
    ["regimen=any", "more", "More: 1 set"],
    ["therapy-class=bsab", "more", "More: 1 set"],
    ["evidence=all&model=reml&target=any", "more", "More: 3 set"],
    ["evidence=real-world", "more", "More: real-world only"],
    ["evidence=real-world&target=any", "more", "More: 2 set"],
    // No other chip shows what was left out by hand.
    [`exclude=${anyCohort.id}`, "more", "More: 1 set"],
  ])("for %s change only %s, which says %s", (text, name, value) => {
    expect(chips(text).filter(({ changed }) => changed)).toEqual([{ name, value, changed: true }]);
  });

  it("count neither the regimen that comes with the lines, nor the outcomes that are shown", () => {
    expect(chips("lines=2&outcome=orr").filter(({ changed }) => changed)).toMatchObject([
      { name: "prior-lines", value: "2 prior lines" },
    ]);
  });
});

describe("a range in words", () => {
  it.each([
    [{ min: 3, max: 5 }, "3–5"],
    [{ min: 3, max: null }, "≥ 3"],
    [{ min: null, max: 5 }, "≤ 5"],
    [{ min: 0, max: null }, "≥ 0"],
    [{ min: null, max: null }, ""],
  ])("%j is %j", (range, text) => {
    expect(rangeText(range, en)).toBe(text);
  });
});
