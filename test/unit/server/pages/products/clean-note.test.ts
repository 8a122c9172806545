/** Notes of curators are written out for readers, and no figure of them changes. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { edited } from "#server/pages/products/clean-note.ts";

describe("a note", () => {
  it.each([
    ["at serum IgG <=400 mg/dL", "at serum IgG ≤ 400 mg/dL"],
    ["IVIG 400-500 mg/kg", "IVIG 400–500 mg/kg"],
    ["0.5-1.0 x10^6 cells/kg; at most 1 x10^8", "0.5–1.0 × 10⁶ cells/kg; at most 1 × 10⁸"],
    ["REMS restriction (removed 6/2025)", "REMS restriction (removed Jun 2025)"],
    ["apheresed 2022-02 to 2025-04", "apheresed Feb 2022 to Apr 2025"],
    ["after step-up 2, 8-28 d", "after step-up 2, 8–28 days"],
    ["after step-up 1, >14 d", "after step-up 1, more than 14 days"],
    ["W&P 5.5 deleted", "warnings and precautions 5.5 deleted"],
    ["driving 8 -> 2 weeks", "driving 8 → 2 weeks"],
  ])("“%s” is read as “%s”", (note, read) => {
    expect(edited(note)).toBe(read);
  });

  it.each(["57894-111-01", "NCT03548207", "CARTITUDE-4", "f6fea598-ff58-4a20-b5e8-8a51f37d8beb"])(
    "%s stays as it is",
    (code) => {
      expect(edited(code)).toBe(code);
    },
  );

  it("keeps every code of the data", () => {
    for (const { codes } of Object.values(products)) {
      for (const { value } of codes) expect(edited(value.code ?? "")).toBe(value.code ?? "");
    }
  });
});
