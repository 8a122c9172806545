/** Draws figures of real questions and of invented rows. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { PaletteTheme } from "#presentation/svg/palette.ts";
import { measureTextWidth } from "#presentation/svg/text.ts";
import { renderForestSvg } from "#server/answers/render/forest/draw.tsx";
import { makeForestFigure } from "#server/answers/render/forest/figure.ts";
import { comparison } from "../../../../../support/answers.ts";
import { screenAnswer } from "../../../../../support/screen-answer.ts";

/** The first row of an answer. */
function firstRow({ outcomes }: Answer): Row {
  const [row] = outcomes;
  if (!row) throw new Error("no row");
  return row;
}

export function svgOf(query: Query, theme: PaletteTheme = "light"): string {
  const answer = screenAnswer(query, dataset);
  return renderForestSvg(firstRow(answer), answer, theme);
}

/** Returns the figure and picture of an invented row. */
export function madeUp(shownRow: Row, over: Partial<Answer> = {}) {
  const answer = comparison({ outcomes: [shownRow], ...over });
  return {
    figure: makeForestFigure(shownRow, answer),
    svg: renderForestSvg(shownRow, answer, "light"),
  };
}

/** Holds the place of a text or a mark, in units of the picture. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns the boxes of all texts of a picture, as wide as in the widest of the usual fonts. */
export function textBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", inner]) => {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size] = [of("x"), of("y"), of("font-size")].map(Number) as [
      number,
      number,
      number,
    ];
    const text = plainText(inner ?? "");
    const width = measureTextWidth(text, { size, bold: of("font-weight") === "600" });
    const before = { start: 0, middle: width / 2, end: width }[of("text-anchor") ?? "start"] ?? 0;
    const left = x - before;
    return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.25 };
  });
}

/** Returns the boxes of the marks of all lines; the arrow of a bound is 13 units long, that of a line 7. */
export function markBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<g data-mark="\w+"[^>]*>(.*?)<\/g>/gs)].flatMap(([, mark = ""]) => {
    const numbers = (pattern: RegExp) => (pattern.exec(mark) ?? []).slice(1).map(Number);
    const spans = numbers(/"M([\d.]+) [\d.]+H([\d.]+)/);
    const [x, y] = numbers(/translate\(([\d.]+) ([\d.]+)\)/);
    const [before = 13, after = 13] = numbers(/M-([\d.]+) 0l[\d.]+-[\d.]+ ([\d.]+) /);
    const arrows = numbers(/M([\d.]+) [\d.]+v-4l7/).map((start) => start + 7);
    const places = [...spans, ...(x === undefined ? [] : [x - before, x + after]), ...arrows];
    const middle = y ?? numbers(/M[\d.]+ ([\d.]+)/)[0] ?? Number.NaN;
    const [left, right] = [Math.min(...places), Math.max(...places)];
    return { text: "a mark", left, right, top: middle - 7.5, bottom: middle + 7.5 };
  });
}

function plainText(markup: string): string {
  const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return markup.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? "");
}
