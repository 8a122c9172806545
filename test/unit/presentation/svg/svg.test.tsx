/** The parts of drawings, the colours of both themes, and what is copied to other pages. */
import fc from "fast-check";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { placeFractionOnAxis, scaleSquareSide } from "#presentation/svg/geometry.ts";
import { breakTextIntoLines, measureTextWidth } from "#presentation/svg/text.ts";
import "#presentation/svg/unbroken.ts";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeElementSnippet, makeSelfResizingFrameSnippet } from "#presentation/embed/snippets.ts";
import { palettes } from "#presentation/svg/palette.ts";
import { root } from "../../../../.dev/files.ts";

describe("geometry", () => {
  const axis = { start: 502, end: 770 };

  it("never leaves an axis, not even by rounding", () => {
    const places = [-1e-7, 0, 0.25, 1, 1.0000001].map((part) => placeFractionOnAxis(axis, part));
    expect(places).toEqual([502, 502, 569, 770, 770]);
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

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { light, dark } = palettes;

/** Returns the relative luminance of a colour as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const short = colour.slice(1);
  const hex = short.length === 3 ? [...short].map((digit) => digit + digit).join("") : short;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(colour: string, ground: string): number {
  const [low = 0, high = 0] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

it.each([
  { palette: light, contrasts: { ink: 17.8, muted: 7.6, "car-t": 6, bsab: 6.1, edge: 3 } },
  { palette: dark, contrasts: { ink: 16.5, muted: 8.9, "car-t": 8.5, bsab: 9, edge: 3 } },
])("texts and the axis can be seen on the paper $palette.paper", ({ palette, contrasts }) => {
  for (const [name, least] of Object.entries(contrasts)) {
    const colour = palette[name as keyof typeof contrasts];
    expect(contrastOf(colour, palette.paper), name).toBeGreaterThanOrEqual(least - 0.1);
  }
});

const tokens = [
  ...read("widget/styles/tokens.css").matchAll(
    /--mc-([\w-]+): var\(--mc-light, (.+?)\) var\(--mc-dark, (.+?)\);/g,
  ),
];

it("the guide for those who embed it names every colour in both themes", () => {
  const [, table = ""] = read("widget/embedding.md").split("### Colours");
  const rows = table.split("\n").filter((line) => line.startsWith("| `--mc-"));
  const named = rows.flatMap((row) => {
    const [properties, , ofLight, ofDark] = [...row.matchAll(/\| ([^|]*)/g)].map(([, cell = ""]) =>
      [...cell.matchAll(/`(?:--mc-)?([^`]+)`/g)].map(([, text]) => text),
    );
    return (properties ?? []).map((name, index) => [name, ofLight?.[index], ofDark?.[index]]);
  });
  expect(named).toEqual(tokens.map(([, ...parts]) => parts));
});

it("the element has the same colours", () => {
  const inTheme = (theme: 2 | 3) =>
    Object.fromEntries(tokens.map((match) => [match[1], match[theme]]));
  expect(inTheme(2)).toMatchObject(light);
  expect(inTheme(3)).toMatchObject(dark);
});

it("no style sheet of a page has colours of the classes: pages have the tokens of the element", () => {
  const colours = [light, dark].flatMap((palette) => [palette["car-t"], palette.bsab]);
  const hasColours = (file: string) => colours.some((colour) => read(file).includes(colour));
  expect(globSync("functions/**/*.css", { cwd: root }).filter(hasColours)).toEqual([]);
});

it("the icon has the colours of the classes", () => {
  const fills = [...read("widget/static/favicon.svg").matchAll(/fill="(.+?)"/g)];
  expect(fills.map(([, colour]) => colour)).toEqual([light["car-t"], light.bsab]);
});

const origin = "https://compare.example.org";

it("nothing gets out of an attribute", () => {
  const question = `age=${encodeURIComponent('"><script>')}`;
  expect(makeElementSnippet(origin, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
});

it.each([
  makeElementSnippet(origin, "availability=eu"),
  makeSelfResizingFrameSnippet(origin, "lines=2"),
])("the page about embedding shows what is printed: %#", (html) => {
  const inOneLine = (text: string) => text.replace(/\s+/g, " ");
  expect(inOneLine(readFileSync("widget/embedding.md", "utf8"))).toContain(inOneLine(html));
});
