import { describe, expect, it } from "vitest";
import { readTyped } from "#widget/sheets/typed-patient.ts";

const typed = (age: string, lines: string) =>
  readTyped({ "patient-age": age, "patient-prior-lines": lines });

describe("what is typed for a patient", () => {
  it.each([
    ["71", "4", 71, 4],
    [" 18 ", "", 18, null],
    ["110", "0", 110, 0],
    ["", "30", null, 30],
    ["", "", null, null],
  ])('"%s" and "%s" is read', (age, lines, years, number) => {
    expect(typed(age, lines)).toEqual({
      values: { "patient-age": years, "patient-prior-lines": number },
      wrong: [],
      otherWay: null,
    });
  });

  it.each([
    ["111", "", ["patient-age"]],
    ["71.5", "2", ["patient-age"]],
    ["70", "31", ["patient-prior-lines"]],
    ["70", "-1", ["patient-prior-lines"]],
    ["seventy", "five", ["patient-age", "patient-prior-lines"]],
    ["4", "3", ["patient-age"]],
  ])('"%s" and "%s" is wrong, and no other way is better', (age, lines, wrong) => {
    expect(typed(age, lines)).toMatchObject({ wrong, otherWay: null });
  });

  it.each([
    ["4", "71"],
    ["4", ""],
    ["17", ""],
    ["", "71"],
    // 20 could be either, 72 could not.
    ["20", "72"],
  ])('"%s" and "%s" belongs into the other field', (age, lines) => {
    expect(typed(age, lines).otherWay).toEqual({
      "patient-age": lines,
      "patient-prior-lines": age,
    });
  });
});
