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
  const values = chipValues(
    comparison({ query, canonical: canonicalQuery(query, { sets: [] }) }),
    en,
  );
  return Object.fromEntries(values.map(({ name, value, changed }) => [name, { value, changed }]));
}

describe("the chips", () => {
  it("are the default question, in the order of the design", () => {
    expect(Object.entries(chips(""))).toEqual([
      ["availability", { value: "Approved: US or EU", changed: false }],
      ["prior-lines", { value: "≥ 3 prior lines", changed: false }],
      ["age", { value: "Age", changed: false }],
      ["product", { value: "Product", changed: false }],
      ["patient", { value: "My patient", changed: false }],
      ["more", { value: "More", changed: false }],
    ]);
  });
});

describe("the chip of the region", () => {
  it("says where the products are approved", () => {
    expect(chips("availability=us").availability).toEqual({ value: "Approved: US", changed: true });
  });
});

describe("the chip of prior lines", () => {
  it.each([
    ["lines=1", "1 prior line"],
    ["lines=2", "2 prior lines"],
    ["lines=any", "Any prior lines"],
    ["prior-lines=4-6", "≥ 3 prior lines · median lines 4–6"],
    ["prior-lines=6-", "≥ 3 prior lines · median lines ≥ 6"],
    ["prior-lines=-4", "≥ 3 prior lines · median lines ≤ 4"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text)["prior-lines"]).toEqual({ value, changed: true });
  });
});

describe("the chip of age", () => {
  it.each([
    ["age=65-", "Median age ≥ 65"],
    ["age=-60", "Median age ≤ 60"],
    ["age=60-65", "Median age 60–65"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text).age).toEqual({ value, changed: true });
  });
});

describe("the chip of products", () => {
  it.each([
    ["product=ide-cel", "ide-cel"],
    ["product=ide-cel,teclistamab", "2 products"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text).product).toEqual({ value, changed: true });
  });
});

describe("the chip of everything else", () => {
  it.each([
    ["regimen=any", "1"],
    ["therapy-class=bsab", "1"],
    ["prior-bcma=any", "1"],
    ["evidence=all&model=reml&target=any", "3"],
  ])("for %s counts %s", (text, value) => {
    expect(chips(text).more).toEqual({ value: `More: ${value} set`, changed: true });
  });

  it.each([
    ["evidence=real-world", "More: real-world only"],
    ["evidence=all", "More: also real-world"],
    ["evidence=real-world&target=any", "More: 2 set"],
  ])("for %s says %s", (text, value) => {
    expect(chips(text).more).toEqual({ value, changed: true });
  });

  it("does not count the region, which is chosen elsewhere", () => {
    expect(chips("availability=us").more).toEqual({ value: "More", changed: false });
  });

  it("does not count the regimen that comes with the lines", () => {
    expect(chips("lines=2").more).toEqual({ value: "More", changed: false });
  });

  it("does not count which outcomes are shown", () => {
    expect(chips("outcome=orr").more).toEqual({ value: "More", changed: false });
  });

  it("counts cohorts left out by hand, which no other chip shows", () => {
    expect(chips(`exclude=${anyCohort.id}`).more).toEqual({ value: "More: 1 set", changed: true });
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
