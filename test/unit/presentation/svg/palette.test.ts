/** Tests the colours of both themes: texts have the contrasts of the look, and no other file has colours of its own. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { palettes } from "#presentation/svg/palette.ts";

const root = join(import.meta.dirname, "../../../..");
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

it("contrast is measured as published examples are", () => {
  expect(contrastOf("#000", "#fff")).toBe(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

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
  const sheets = globSync("functions/**/*.css", { cwd: root });
  expect(sheets.filter((file) => colours.some((colour) => read(file).includes(colour)))).toEqual(
    [],
  );
});

it("the icon has the colours of the classes", () => {
  const fills = [...read("widget/static/favicon.svg").matchAll(/fill="(.+?)"/g)];
  expect(fills.map(([, colour]) => colour)).toEqual([light["car-t"], light.bsab]);
});
