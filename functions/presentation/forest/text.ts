/**
 * Line breaks for text that nobody can measure: the reader's system font is unknown here. Widths are
 * those of DejaVu Sans, the widest of the usual system fonts, so that text which fits here fits
 * everywhere.
 */

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Whether something had to be left out. */
  readonly cut: boolean;
}

/** Thousandths of the font size. */
const advances: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'|", 290],
  [" \u00a0.,:;/\\!·", 350],
  ["frt()[]-‐I*", 430],
  ['csz"?°', 550],
  ["mMWw%@—…", 970],
  ["+=<>≥≤±~−×&", 860],
  ["ABCDEGHKNOQRUVXYZ", 760],
];
const advanceOf = new Map(
  advances.flatMap(([characters, width]) =>
    [...characters].map((character): [string, number] => [character, width]),
  ),
);
/** Letters, digits, the dash of a range; whatever lies beyond Latin may be as wide as it is high. */
const usual = 640;
const foreign = 1050;
const boldFactor = 1.12;
const ellipsis = "…";

/** The most room a text may take, in the unit of the font size. */
export function widthOf(text: string, { size, bold = false }: TextStyle): number {
  const sum = [...text].reduce((total, character) => total + advance(character), 0);
  return (sum / 1000) * size * (bold ? boldFactor : 1);
}

function advance(character: string): number {
  return (
    advanceOf.get(character) ?? (/[\p{Script=Latin}\p{N}–†‡§]/u.test(character) ? usual : foreign)
  );
}

/** Breaks at spaces (not at no-break spaces), and inside a word only where it alone is too long; at most so many lines. */
export function wrap(
  text: string,
  width: number,
  style: TextStyle,
  most = Number.POSITIVE_INFINITY,
): Wrapped {
  const fits = (line: string) => widthOf(line, style) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = broken(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return { lines, cut: false };
  const last = lines[most - 1] ?? "";
  return { lines: [...lines.slice(0, most - 1), shortened(last, fits)], cut: true };
}

function shortened(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  while (characters.length > 0 && !fits(`${characters.join("").trimEnd()}${ellipsis}`)) {
    characters.pop();
  }
  return `${characters.join("").trimEnd()}${ellipsis}`;
}

/** A word in pieces that fit: after a hyphen or the like if there is one, else between any letters. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  const add = (part: string) => {
    if (piece !== "" && !fits(piece + part)) {
      pieces.push(piece);
      piece = "";
    }
    piece += part;
  };
  for (const part of word.match(/[^-/,&=+]*[-/,&=+]|[^-/,&=+]+$/g) ?? []) {
    if (fits(part)) add(part);
    else for (const character of part) add(character);
  }
  return [...pieces, piece];
}
