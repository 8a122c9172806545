import { expect, it } from "vitest";
import { namesSpelledOut } from "#presentation/row/whole-names.ts";

const side = { number: "5", under: "", filled: false, marks: [] };

it("spells out short names on a side, along its axis, under its number and on the other regimen", () => {
  const other = { ...side, above: "talq 70" };
  const labels = [{ text: "tec, linvo", at: 0 }];
  expect(namesSpelledOut([{ ...side, labels, other }, null, { ...side, under: "elra" }])).toBe(
    "elra: elranatamab; linvo: linvoseltamab; talq: talquetamab; tec: teclistamab.",
  );
});

it("is empty where every drug has its whole name", () => {
  expect(namesSpelledOut([{ ...side, above: "teclistamab, linvoseltamab" }, undefined])).toBe("");
});
