import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { widthOf, wrap } from "#presentation/svg/text.ts";

const style = { size: 12 };
const bare = (text: string) => text.replaceAll(/[ \n]/g, "");

describe("breaking lines", () => {
  it("happens at spaces where there are some", () => {
    const { lines, cut } = wrap("one two three four", widthOf("three four", style), style);
    expect(lines).toEqual(["one two", "three four"]);
    expect(cut).toBe(false);
  });

  it("never happens at a no-break space while the text fits a line of its own", () => {
    const kept = "(2\u00a0to\u00a06)";
    const { lines } = wrap(`so many ${kept} more`, widthOf("so many (2 to", style), style);
    expect(lines).toEqual(["so many", `${kept} more`]);
  });

  it("happens after a hyphen in a word that is too long alone", () => {
    const { lines } = wrap("bcma-nanoantibody", widthOf("nanoantibody-", style), style);
    expect(lines).toEqual(["bcma-", "nanoantibody"]);
  });

  it("ends in an ellipsis where lines run out, and says so", () => {
    const { lines, cut } = wrap("a/one b/two c/three d/four", 50, style, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^b\/two…$/);
    expect(cut).toBe(true);
  });

  it("keeps every letter and every line within its room, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 20, max: 400 }),
        (text, room) => {
          const { lines } = wrap(text, room, style);
          expect(bare(lines.join(""))).toBe(bare(text));
          for (const line of lines) {
            const single = [...line].length === 1;
            expect(single || widthOf(line, style) <= room).toBe(true);
          }
        },
      ),
    );
  });

  it("never cuts a name within a word, and never any text within a number", () => {
    for (const { label } of dataset.cohorts) {
      for (const room of [40, 168, 262, 330]) {
        const { lines, cut } = wrap(label, room, style, 1);
        const kept = (lines[0] ?? "").replace("…", "");
        const parted = `${label.slice(0, kept.length)}|${label.slice(kept.length)}`;
        expect(label.startsWith(kept), label).toBe(true);
        if (cut) expect(parted).not.toMatch(/\d\|\d/);
        if (cut && room > 150) expect(parted).not.toMatch(/[\p{L}\p{N}]\|[\p{L}\p{N}]/u);
      }
    }
  });

  it("leaves the name of nearly every cohort whole in two lines", () => {
    const cut = dataset.cohorts.filter(({ label }) => wrap(label, 262, { size: 12.5 }, 2).cut);
    expect(cut.length).toBeLessThanOrEqual(2);
  });
});
