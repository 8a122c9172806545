import { describe, expect, it } from "vitest";
import { summariseFollowUp, sumPatientsIfKnown } from "#core/answer/summarise.ts";

const item = (followUpMonths: number | null, n: number | null) => ({ followUpMonths, n });

describe("the median follow-up weighted by patients", () => {
  it.each([
    ["nothing", [], null],
    ["nothing known", [item(null, 10)], null],
    ["one value", [item(7, 10)], 7],
    ["the larger cohort", [item(3, 10), item(9, 90)], 9],
    ["any order", [item(9, 90), item(3, 10)], 9],
    ["unknown values ignored", [item(3, 10), item(null, 20), item(5, 11)], 5],
    ["exactly half at the lower value", [item(5, 50), item(3, 50)], 3],
    ["each cohort once where a size is unknown", [item(3, 10), item(5, null), item(9, 90)], 5],
    ["zero is a value", [item(0, 60), item(5, 40)], 0],
  ])("of %s", (_, items, median) => {
    expect(summariseFollowUp(items)?.months ?? null).toBe(median);
  });
});

describe("patients", () => {
  it("are added up", () => {
    expect(sumPatientsIfKnown([item(null, 10), item(1, 5)])).toBe(15);
  });

  it.each([
    ["without cohorts", []],
    ["where one number is", [item(1, 10), item(1, null)]],
  ])("are unknown %s", (_, items) => {
    expect(sumPatientsIfKnown(items)).toBeNull();
  });

  it("of unknown number are a share by cohorts", () => {
    expect(
      summariseFollowUp([item(null, null), item(1, 75), item(2, 5)])?.unknownShare,
    ).toBeCloseTo(1 / 3);
  });

  it("without a known value are a share", () => {
    expect(summariseFollowUp([item(null, 25), item(1, 75)])?.unknownShare).toBe(0.25);
  });

  it("that do not exist have no follow-up", () => {
    expect(summariseFollowUp([])).toBeNull();
  });
});
