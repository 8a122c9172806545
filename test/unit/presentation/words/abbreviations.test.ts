/** Abbreviations in running text are found as whole words. */
import { expect, it } from "vitest";
import { abbreviationsIn } from "#presentation/words/abbreviations.ts";

it.each([
  ["CRS or ICANS.", ["CRS", "ICANS"]],
  ["τ 0.4, I² 30 %", ["τ", "I²"]],
  ["CRSx BCMAs MAST", []],
  ["anti-BCMA, dual BCMA/GPRC5D", ["BCMA", "GPRC5D"]],
])("in “%s” are %j", (text, found) => {
  expect(abbreviationsIn(text)).toEqual(found);
});
