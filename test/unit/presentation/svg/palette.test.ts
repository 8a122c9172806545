import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Palette, type PaletteTheme, palettes } from "#presentation/svg/palette.ts";

const root = join(import.meta.dirname, "../../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

const themes: [PaletteTheme, Palette][] = [
  ["light", palettes.light],
  ["dark", palettes.dark],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
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

it("measures contrast as published examples do", () => {
  expect(contrastOf("#000", "#fff")).toBe(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(themes)("%s", (theme, palette) => {
  it.each(["ink", "muted", "car-t", "bsab"] as const)("%s can be read as text", (name) => {
    expect(contrastOf(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it("shows the axis", () => {
    expect(contrastOf(palette.edge, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it("is that of the widget", () => {
    const css = read("widget/styles/tokens.css");
    for (const [name, colour] of Object.entries(palette)) {
      const token = new RegExp(
        `--mc-${name}: var\\(--mc-light, (.+?)\\) var\\(--mc-dark, (.+?)\\);`,
      );
      const [, light, dark] = token.exec(css) ?? [];
      expect([name, theme === "light" ? light : dark]).toEqual([name, colour]);
    }
  });
});

describe("the colours of the classes", () => {
  const { light, dark } = palettes;

  it("stand in no style sheet of a page: pages have the tokens of the element", () => {
    const files = globSync("functions/**/*.css", { cwd: root });
    const colours = [light, dark].flatMap((palette) => [palette["car-t"], palette.bsab]);
    const filesWithColour = files.filter((file) =>
      colours.some((colour) => read(file).includes(colour)),
    );
    expect(filesWithColour.map((file) => file.replaceAll("\\", "/"))).toEqual([]);
  });

  it("are those of the icon", () => {
    const icon = read("widget/static/favicon.svg");
    const fills = [...icon.matchAll(/fill="(.+?)"/g)].map(([, colour]) => colour);
    expect(fills).toEqual([light["car-t"], light.bsab]);
  });
});
