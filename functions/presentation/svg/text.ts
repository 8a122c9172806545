/** Breaks lines by the widths of DejaVu Sans, the widest of the usual system fonts. */

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/** Holds widths of characters, in thousandths of the font size. */
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
/** Other letters, digits and the dash of a range have this width. Characters beyond Latin may be as wide as high. */
const latinAdvance = 640;
const foreignAdvance = 1050;
const boldFactor = 1.12;

/** Returns an upper limit for the width of a text, in the unit of the font size. */
export function measureTextWidth(text: string, { size, bold = false }: TextStyle): number {
  const sum = [...text].reduce(
    (total, character) => total + findAdvanceInThousandths(character),
    0,
  );
  return (sum / 1000) * size * (bold ? boldFactor : 1);
}

/** Returns an upper limit for the width of a character, in thousandths of the font size. */
function findAdvanceInThousandths(character: string): number {
  return (
    advanceOf.get(character) ??
    (/[\p{Script=Latin}\p{N}–†‡§]/u.test(character) ? latinAdvance : foreignAdvance)
  );
}

/** Breaks a text into lines. A word is broken only if it is too long for a line; no-break spaces never end a line. */
export function breakTextIntoLines(text: string, width: number, style: TextStyle): string[] {
  const fits = (line: string) => measureTextWidth(line, style) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = splitWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

/** Divides a word into pieces that fit: after a hyphen or the like, otherwise between letters. */
function splitWord(word: string, fits: (line: string) => boolean): string[] {
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
