import { describe, expect, it } from "vitest";
import { earlierKindsOf, hadBcma, hadEarlier } from "#core/question/patient.ts";

describe("earlier therapy", () => {
  it.each([
    [null, null, null],
    [[], false, false],
    ["some", true, true],
    [["adc"], true, true],
    [["adc", "gprc5d"], true, true],
    // Nothing was said of BCMA.
    [["gprc5d"], true, null],
  ] as const)("of %j was such therapy: %s, directed at BCMA: %s", (priorBcma, any, bcma) => {
    expect(hadEarlier({ priorBcma })).toBe(any);
    expect(hadBcma({ priorBcma })).toBe(bcma);
  });

  it.each([
    [[], []],
    [[{ therapyClass: null, targets: ["bcma"] }], ["adc"]],
    [[{ therapyClass: "bsab", targets: ["gprc5d"] }], ["gprc5d"]],
    [[{ therapyClass: "car-t", targets: ["bcma", "cd19"] }], ["car-t"]],
    [[{ therapyClass: "bsab", targets: ["gprc5d", "bcma"] }], ["bispecific", "gprc5d"]],
    [[{ therapyClass: "bsab", targets: ["fcrh5"] }], []],
  ] as const)("of %j is of the kinds %j", (therapies, kinds) => {
    expect(earlierKindsOf(therapies)).toEqual(kinds);
  });
});
