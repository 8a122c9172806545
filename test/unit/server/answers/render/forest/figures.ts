/** Draws figures of real questions and of invented rows. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { PaletteTheme } from "#presentation/svg/palette.ts";
import { forestSvg } from "#server/answers/render/forest/draw.tsx";
import { type ForestFigure, figureOf } from "#server/answers/render/forest/figure.ts";
import { comparison } from "../../../../../support/answers.ts";
import { queryOf } from "../../../../../support/queries.ts";
import { screenAnswer } from "../../../../../support/screen-answer.ts";

/** The first row of an answer. */
function firstRow({ outcomes }: Answer): Row {
  const [row] = outcomes;
  if (!row) throw new Error("no row");
  return row;
}

const figures = new Map<string, ForestFigure>();

export function figureFor(question: string): ForestFigure {
  const drawn = figures.get(question);
  if (drawn) return drawn;
  const answer = screenAnswer(queryOf(question, dataset), dataset);
  const figure = figureOf(firstRow(answer), answer);
  figures.set(question, figure);
  return figure;
}

export function svgOf(query: Query, theme: PaletteTheme = "light"): string {
  const answer = screenAnswer(query, dataset);
  return forestSvg(firstRow(answer), answer, theme);
}

export function svgFor(question: string): string {
  return svgOf(queryOf(question, dataset));
}

/** Returns the figure and picture of an invented row. */
export function madeUp(shownRow: Row, over: Partial<Answer> = {}) {
  const answer = comparison({ outcomes: [shownRow], ...over });
  return { figure: figureOf(shownRow, answer), svg: forestSvg(shownRow, answer, "light") };
}
