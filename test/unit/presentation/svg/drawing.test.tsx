/**
 * Tests the parts of drawings: places on an axis, sizes, lines of text within their room, and names that do not break.
 */
import fc from "fast-check";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { placeFractionOnAxis, scaleSquareSide } from "#presentation/svg/geometry.ts";
import { breakTextIntoLines, measureTextWidth } from "#presentation/svg/text.ts";
import "#presentation/svg/unbroken.ts";

describe("geometry", () => {
  const axis = { start: 502, end: 770 };

  it("never leaves an axis, not even by rounding", () => {
    expect([-1e-7, 0, 0.25, 1, 1.0000001].map((part) => placeFractionOnAxis(axis, part))).toEqual([
      502, 502, 569, 770, 770,
    ]);
  });

  it("has squares with areas in the proportion of the weights, which are seen however small", () => {
    expect((scaleSquareSide(40, 40) / scaleSquareSide(10, 40)) ** 2).toBeCloseTo(4, 10);
    expect((scaleSquareSide(30, 100) / scaleSquareSide(20, 100)) ** 2).toBeCloseTo(1.5, 10);
    expect(Math.min(scaleSquareSide(0, 100), scaleSquareSide(0, 0))).toBeGreaterThan(2);
  });
});

describe("breaking lines", () => {
  const style = { size: 12 };
  const bare = (text: string) => text.replaceAll(/[ \n]/g, "");

  it("keeps every letter and every line within its room, whatever the text", () => {
    const room = fc.integer({ min: 20, max: 400 });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), room, (text, width) => {
        const lines = breakTextIntoLines(text, width, style);
        expect(bare(lines.join(""))).toBe(bare(text));
        for (const line of lines) {
          expect([...line].length === 1 || measureTextWidth(line, style) <= width).toBe(true);
        }
      }),
    );
  });

  it("breaks no name within a word or a number where a column has room for them", () => {
    for (const { label } of dataset.cohorts) {
      for (const room of [220, 348]) {
        expect(breakTextIntoLines(label, room, { size: 12.5 }).join(" ")).toBe(label);
      }
    }
  });
});

it("names do not break where they are drawn, but in addresses, code and pictures they are as they were", () => {
  const drug = "cilta-cel";
  expect(
    render(
      <p>
        CAR-T <a href="/products/cilta-cel">{drug}</a> {["ide-cel"]}
        <code>product={drug}</code>
      </p>,
    ),
  ).toBe(
    '<p>CAR\u2060-\u2060T <a href="/products/cilta-cel">cilta\u2060-\u2060cel</a> ide\u2060-\u2060cel<code>product=cilta-cel</code></p>',
  );
});
