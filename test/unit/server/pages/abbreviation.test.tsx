/** Abbreviations in running text: found as whole words, spelled out, and nothing else changed. */
import fc from "fast-check";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { abbreviationsIn, abbreviations as names } from "#presentation/words/abbreviations.ts";
import { Abbreviated } from "#server/pages/kit/abbreviation.tsx";

const drawn = (text: string) => render(<Abbreviated text={text} />);

describe("an abbreviation", () => {
  it("is spelled out, wherever it stands in a text", () => {
    expect(drawn("CRS or ICANS.")).toBe(
      `<abbr title="${names.CRS}">CRS</abbr> or <abbr title="${names.ICANS}">ICANS</abbr>.`,
    );
    expect(drawn("τ 0.4, I² 30 %")).toContain(`<abbr title="${names["I²"]}">I²</abbr> 30 %`);
  });

  it("is a whole word", () => {
    expect(drawn("CRSx BCMAs MAST")).not.toContain("<abbr");
    expect(abbreviationsIn("anti-BCMA, dual BCMA/GPRC5D")).toEqual(["BCMA", "GPRC5D"]);
  });

  it("does not change the text around it", () => {
    const word = fc.constantFrom(...Object.keys(names), "of", "CRSx", ", ", " ", "<b>", "toString");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(" ");
        expect(drawn(text).replace(/<\/?abbr[^>]*>/g, "")).toBe(text.replaceAll("<", "&lt;"));
      }),
    );
  });
});
