import { describe, expect, it } from "vitest";
import { legendOf } from "#presentation/row/legend.ts";
import type { SideView } from "#presentation/row/side-view.ts";

const side: SideView = { number: "5", under: "", filled: false, marks: [] };
const row = (label: string, carT: SideView | null, bsab?: SideView) => ({
  label,
  sides: { "car-t": carT, ...(bsab && { bsab }) },
});

describe("below the rows", () => {
  it("short names on a side, along its axis, under its number and on the other regimen are spelled out", () => {
    const other = { ...side, above: "talq 70" };
    const labels = [{ text: "tec, linvo", at: 0 }];
    expect(
      legendOf([row("", { ...side, labels, other }), row("", null, { ...side, under: "elra" })]),
    ).toBe("elra: elranatamab; linvo: linvoseltamab; talq: talquetamab; tec: teclistamab.");
  });

  it("abbreviations in the names of rows are, each once, but for those everybody knows", () => {
    expect(legendOf([row("CRS", side), row("MAS", side), row("MAS with CRS", side)])).toBe(
      "MAS: macrophage activation syndrome.",
    );
  });

  it("nothing stands where all is written out", () => {
    expect(legendOf([row("Response", { ...side, above: "teclistamab, linvoseltamab" })])).toBe("");
  });
});
