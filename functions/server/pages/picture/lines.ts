/** Breaks a sentence with coloured numbers into lines that fit, without breaking words. */

import { type TextStyle, widthOf } from "#presentation/forest/text.ts";
import type { Segment } from "#presentation/statement/headline.ts";

/** Adjacent words of the same colour. */
export type Run = Exclude<Segment, string> | { group: null; text: string };

export function linesOf(segments: readonly Segment[], width: number, style: TextStyle): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  for (const run of runsOf(segments)) {
    const { group } = run;
    for (const text of group === null ? run.text.split(/(?<= )/) : [run.text]) {
      const word = { group, text } as Run;
      if (line.length > 0 && widthOf(textOf([...line, word]).trimEnd(), style) > width) {
        lines.push(line);
        line = [];
      }
      line.push(word);
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

function textOf(line: readonly Run[]): string {
  return line.map(({ text }) => text).join("");
}

function runsOf(segments: readonly Segment[]): Run[] {
  return segments.map((segment) =>
    typeof segment === "string" ? { group: null, text: segment } : segment,
  );
}
