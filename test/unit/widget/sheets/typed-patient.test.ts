import { describe, expect, it } from "vitest";
import { readTypedAge } from "#widget/sheets/typed-patient.ts";

describe("what is typed as an age", () => {
  it.each([
    ["71", 71],
    [" 18 ", 18],
    ["110", 110],
    ["", null],
    ["  ", null],
  ])('"%s" is read', (text, years) => {
    expect(readTypedAge(text)).toBe(years);
  });

  it.each(["111", "17", "4", "71.5", "-71", "seventy"])('"%s" is wrong', (text) => {
    expect(readTypedAge(text)).toBeNaN();
  });
});
