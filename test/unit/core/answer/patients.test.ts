import { describe, expect, it } from "vitest";
import { summariseFollowUp } from "#core/answer/summarise.ts";

const item = (followUpMonths: number | null, n: number | null) => ({ followUpMonths, n });

describe("the median follow-up weighted by patients", () => {
  it.each([
    ["nothing", [], null],
    ["exactly half at the lower value", [item(5, 50), item(3, 50)], 3],
    ["unknown values ignored", [item(3, 10), item(null, 20), item(5, 11)], 5],
    ["each cohort once where a size is unknown", [item(3, 10), item(5, null), item(9, 90)], 5],
  ])("of %s", (_, items, median) => {
    expect(summariseFollowUp(items)?.months ?? null).toBe(median);
  });

  it("is unknown for a share of the patients, or of the cohorts where a size is unknown", () => {
    expect(summariseFollowUp([item(null, 25), item(1, 75)])?.unknownShare).toBe(0.25);
    const unsized = [item(null, null), item(1, 75), item(2, 5)];
    expect(summariseFollowUp(unsized)?.unknownShare).toBeCloseTo(1 / 3);
  });
});
