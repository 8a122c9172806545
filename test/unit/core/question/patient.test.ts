import { describe, expect, it } from "vitest";
import { hasHadBcmaTherapy } from "#core/question/patient.ts";

describe("earlier therapy", () => {
  it.each([
    [null, null],
    [[], false],
    ["some", true],
    [["adc"], true],
    [["adc", "gprc5d"], true],
    // Nothing was stated of therapy directed at BCMA.
    [["gprc5d"], null],
  ] as const)("of %j was directed at BCMA: %s", (priorBcma, bcma) => {
    expect(hasHadBcmaTherapy({ priorBcma })).toBe(bcma);
  });
});
