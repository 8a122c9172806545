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
  it("are four, in the order of the design", () => {
    expect(Object.keys(chips(""))).toEqual(["prior-lines", "age", "product", "more"]);
  });

  it("are unchanged for the default question", () => {
    expect(chips("")).toEqual({
      "prior-lines": { value: "≥ 3", changed: false },
      age: { value: "any", changed: false },
      product: { value: "all", changed: false },
      more: { value: "filters", changed: false },
    });
  });
});

describe("the chip of prior lines", () => {
  it.each([
    ["setting=early", "1–4"],
    ["setting=any", "any"],
    ["prior-lines=4-6", "≥ 3 · median 4–6"],
    ["prior-lines=6-", "≥ 3 · median ≥ 6"],
    ["prior-lines=-4", "≥ 3 · median ≤ 4"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text)["prior-lines"]).toEqual({ value, changed: true });
  });
});

describe("the chip of age", () => {
  it.each([
    ["age=65-", "median ≥ 65"],
    ["age=-60", "median ≤ 60"],
    ["age=60-65", "median 60–65"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text).age).toEqual({ value, changed: true });
  });
});

describe("the chip of products", () => {
  it.each([
    ["product=ide-cel", "ide-cel"],
    ["product=ide-cel,teclistamab", "2 chosen"],
  ])("for %s says %s and is changed", (text, value) => {
    expect(chips(text).product).toEqual({ value, changed: true });
  });
});

describe("the chip of everything else", () => {
  it.each([
    ["evidence=all", "1"],
    ["regimen=any", "1"],
    ["therapy-class=bsab", "1"],
    ["prior-bcma=any", "1"],
    ["evidence=all&model=reml&target=any", "3"],
  ])("for %s counts %s", (text, value) => {
    expect(chips(text).more).toEqual({ value: `${value} set`, changed: true });
  });

  it("does not count the region, which is chosen elsewhere", () => {
    expect(chips("availability=us").more).toEqual({ value: "filters", changed: false });
  });

  it("does not count the regimen that comes with the early setting", () => {
    expect(chips("setting=early").more).toEqual({ value: "filters", changed: false });
  });

  it("does not count which outcomes are shown", () => {
    expect(chips("outcome=orr").more).toEqual({ value: "filters", changed: false });
  });

  it("counts cohorts left out by hand, which no other chip shows", () => {
    expect(chips(`exclude=${anyCohort.id}`).more).toEqual({ value: "1 set", changed: true });
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

describe("a patient", () => {
  const patient = {
    age: 73,
    priorLines: 5,
    priorBcma: null,
    because: "five-lines",
    text: "",
    held: "",
    offers: [],
    fits: [],
    excludes: [],
    notStated: [],
  } as const;

  it("is told beside the filters of the trials", () => {
    const query = asked("age=60-", dataset);
    const [lines, age] = chipValues(comparison({ query, canonical: "age=60-", patient }), en);
    expect(lines).toEqual({ name: "prior-lines", value: "≥ 3 · patient 5", changed: true });
    expect(age).toEqual({ name: "age", value: "median ≥ 60 · patient 73", changed: true });
  });

  it("of whom one thing is known changes one chip", () => {
    const query = asked("", dataset);
    const known = { ...patient, age: null, priorLines: 0 };
    const [lines, age] = chipValues(comparison({ query, patient: known }), en);
    expect(lines?.value).toBe("≥ 3 · patient 0");
    expect(age).toEqual({ name: "age", value: "any", changed: false });
  });
});
