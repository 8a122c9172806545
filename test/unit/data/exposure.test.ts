import { describe, expect, it } from "vitest";
import { exposureOf } from "#data/exposure.ts";

const figure = { exposureMonths: 8.5, followUpMonths: 22.8 };

describe("the time for which patients were observed", () => {
  it("is the follow-up for deaths and second malignancies", () => {
    expect(exposureOf({ ...figure, exposureMonths: null }, { observed: "follow-up" })).toBe(22.8);
  });

  it("is a printed time on treatment for what happens while treated, never the follow-up", () => {
    expect(exposureOf(figure, { observed: "treatment" })).toBe(8.5);
    expect(exposureOf({ ...figure, exposureMonths: null }, { observed: "treatment" })).toBeNull();
  });

  it("is none where time does not matter", () => {
    expect(exposureOf({ ...figure, exposureMonths: null }, { observed: null })).toBeNull();
  });
});
