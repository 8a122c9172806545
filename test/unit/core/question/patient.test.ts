import { describe, expect, it } from "vitest";
import { earlierKindsOf, hadBcma } from "#core/question/patient.ts";

describe("earlier therapy", () => {
  it.each([
    [null, null],
    [[], false],
    ["some", true],
    [["adc"], true],
    [["adc", "gprc5d"], true],
    // Nothing was said of BCMA.
    [["gprc5d"], null],
  ] as const)("of %j was directed at BCMA: %s", (priorBcma, bcma) => {
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
