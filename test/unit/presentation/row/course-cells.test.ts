import { describe, expect, it } from "vitest";
import { boundSurvival } from "#presentation/row/course-cells.ts";

const of100 = (survival: number, events: number, n: number) =>
  boundSurvival(survival, { events, n }).map((share) => Math.round(100 * share));

describe("survival without progression of all apheresed", () => {
  it("lies between bounds that assume nothing of those who were not infused", () => {
    // CARTITUDE-1: 97 of 113 infused; CARTIFAN-1: 48 of 64.
    expect(of100(0.766, 97, 113)).toEqual([66, 80]);
    expect(of100(0.77, 48, 64)).toEqual([58, 83]);
    expect(of100(0.5, 40, 40)).toEqual([50, 50]);
  });
});
