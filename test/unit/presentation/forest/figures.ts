/** Figures of real questions and of invented rows. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { forestSvg } from "#presentation/forest/draw.tsx";
import { type Figure, figureOf } from "#presentation/forest/figure.ts";
import type { Theme } from "#presentation/svg/palette.ts";
import { fullRow, fullStatement } from "#presentation/views/full.ts";
import { comparison } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

/** The first row of an answer. */
function stated(answer: Answer) {
  const [row] = answer.outcomes;
  if (!row) throw new Error("no row");
  return { full: fullStatement(answer), row: fullRow(row, answer) };
}

const figures = new Map<string, Figure>();

export function figureFor(question: string): Figure {
  const known = figures.get(question);
  if (known) return known;
  const { full, row } = stated(screenAnswer(asked(question, dataset), dataset));
  const figure = figureOf(full, row);
  figures.set(question, figure);
  return figure;
}

export function svgOf(query: Query, theme: Theme = "light"): string {
  const { full, row } = stated(screenAnswer(query, dataset));
  return forestSvg(full, row, theme);
}

export function svgFor(question: string): string {
  return svgOf(asked(question, dataset));
}

/** The figure and picture of an invented row. */
export function madeUp(one: Row, over: Partial<Answer> = {}) {
  const { full, row } = stated(comparison({ outcomes: [one], ...over }));
  return {
    figure: figureOf(full, row),
    svg: forestSvg(full, row, "light"),
  };
}
