/** Colours and sizes of the record around (`smart_style_url`), if plain and legible. */

/** Custom properties of the page, by name. */
export type HostStyle = Readonly<Record<string, string>>;

type Colour = readonly [red: number, green: number, blue: number];

/** For text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;
const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

export function hostStyle(given: unknown): HostStyle {
  if (typeof given !== "object" || given === null) return {};
  const said: Readonly<Record<string, unknown>> = { ...given };
  const paper = colourOf(said.color_background);
  const ink = colourOf(said.color_text);
  const accent = colourOf(said.color_highlight);
  const style: Record<string, string> = {};
  // One without the other could meet ours, which it does not know.
  const isWhole = paper !== null && ink !== null && contrast(paper, ink) >= leastContrast;
  if (isWhole) {
    style["--host-paper"] = hex(paper);
    style["--host-ink"] = hex(ink);
    if (accent && contrast(accent, paper) >= leastContrast) {
      style["--host-accent"] = hex(accent);
      style["--host-on-accent"] = hex(
        contrast(accent, white) >= contrast(accent, black) ? white : black,
      );
    } else {
      style["--host-accent"] = hex(ink);
      style["--host-on-accent"] = hex(paper);
    }
  }
  const radius = pixelsOf(said.dim_border_radius, 0, 24);
  if (radius !== null) style["--host-radius"] = `${radius}px`;
  const size = pixelsOf(said.dim_font_size, 14, 22);
  if (size !== null) style["--host-size"] = `${size}px`;
  return style;
}

/** Whether a page with these colours is dark; `null` if they say no colours. */
export function isDark(style: HostStyle): boolean | null {
  const paper = colourOf(style["--host-paper"]);
  return paper && contrast(paper, white) > contrast(paper, black);
}

function colourOf(value: unknown): Colour | null {
  if (typeof value !== "string" || !/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value)) return null;
  const digits = value.length === 4 ? value.slice(1).replace(/./g, "$&$&") : value.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

function pixelsOf(value: unknown, least: number, most: number): number | null {
  const [, number] = typeof value === "string" ? (/^(\d{1,2}(?:\.\d)?)px$/.exec(value) ?? []) : [];
  return number !== undefined && Number(number) >= least && Number(number) <= most
    ? Number(number)
    : null;
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2: of the relative luminances. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
