/** Figures of real questions and of invented rows. */

import type { StudyResult } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { forestSvg } from "#presentation/forest/draw.tsx";
import { type Figure, figureOf } from "#presentation/forest/figure.ts";
import type { SheetName } from "#presentation/forest/sheet.ts";
import type { Theme } from "#presentation/svg/palette.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { comparison } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

interface Answered {
  answer: ApiComparison;
  row: ApiRow;
  landmark: boolean;
}

function answered(query: Query): Answered {
  const answer = compareInWords(query, dataset);
  const [row] = answer.outcomes;
  if (!row) throw new Error("no row");
  const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
  return { answer, row, landmark: outcome?.kind === "landmark" };
}

const figures = new Map<string, Figure>();

export function figureFor(question: string): Figure {
  const known = figures.get(question);
  if (known) return known;
  const { answer, row, landmark } = answered(asked(question, dataset));
  const figure = figureOf(answer, row, landmark, english);
  figures.set(question, figure);
  return figure;
}

const usualLook = { theme: "light", format: "page" } as const;

export function svgOf(query: Query, look: { theme: Theme; format: SheetName } = usualLook): string {
  const { answer, row, landmark } = answered(query);
  return forestSvg(answer, row, { landmark, ...look }, english);
}

export function svgFor(question: string): string {
  return svgOf(asked(question, dataset));
}

/** The figure and picture of an invented row. */
export function madeUp(row: ApiRow, over: Partial<ApiComparison> = {}) {
  const answer = comparison({ outcomes: [row], ...over });
  return {
    figure: figureOf(answer, row, false, english),
    svg: forestSvg(answer, row, { landmark: false, ...usualLook }, english),
  };
}

export function study(over: Partial<StudyResult> = {}): StudyResult {
  return {
    cohort: "x",
    label: "X",
    product: "alpha-cel",
    events: 50,
    n: 100,
    estimate: 0.5,
    interval: [0.4, 0.6],
    weight: 50,
    followUpMonths: 12,
    population: "treated",
    regimen: "monotherapy",
    design: "single-arm",
    cut: "primary",
    source: 0,
    citation: null,
    ...over,
  };
}
