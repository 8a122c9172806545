import { describe, expect, it } from "vitest";
import { readTyped } from "#widget/sheets/typed-patient.ts";

const typed = (age: string, lines: string) => readTyped({ age, priorLines: lines });

describe("what is typed for a patient", () => {
  it.each([
    ["71", "4", 71, 4],
    [" 18 ", "", 18, null],
    ["110", "0", 110, 0],
    ["", "30", null, 30],
    ["", "", null, null],
  ])('"%s" and "%s" is read', (age, lines, years, number) => {
    expect(typed(age, lines)).toEqual({
      values: { age: years, priorLines: number },
      wrong: [],
      otherWay: null,
    });
  });

  it.each([
    ["111", "", ["age"]],
    ["71.5", "2", ["age"]],
    ["70", "31", ["priorLines"]],
    ["70", "-1", ["priorLines"]],
    ["seventy", "five", ["age", "priorLines"]],
    ["4", "3", ["age"]],
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
      age: lines,
      priorLines: age,
    });
  });
});
