import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { isBeyond } from "../screen/on-axis.ts";
import { axisOf } from "../statement/axis.ts";
import { type DifferenceNumbers, differenceOf, whyNotCompared } from "../statement/difference.ts";
import { displayedRateOf, intervalOfPool } from "../statement/displayed-rate.ts";
import { isCompared, studyWordOf, withFirst } from "../statement/headline-outcome.ts";
import { namedProduct, nameOfClass } from "../statement/products.ts";
import { askedParameters } from "../statement/question.ts";
import { scopeOf } from "../statement/scope.ts";
import { chanceText, ratioText } from "../statement/statistics.ts";
import type { IntervalKind } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { pValueText } from "../words/p-value.ts";
import { differenceWords } from "../words/rates.ts";
import { capitalised } from "../words/sentences.ts";
import { type ClassPart, type Line, linesOf, reasonFor } from "./class-lines.ts";
import { describe } from "./describe.ts";

export interface Figure {
  readonly outcome: string;
  readonly title: string;
  readonly detail: string;
  readonly subtitle: readonly string[];
  readonly heads: Readonly<Record<"cohort" | "product" | "count" | "rate" | "weight", string>>;
  readonly axisTitle: string;
  /** What the right end of the axis stands for, in patients of 100. */
  readonly axisEnd: number;
  readonly parts: readonly ClassPart[];
  readonly contrastHeading: string;
  /** Starts with the difference. */
  readonly contrast: readonly string[];
  readonly foot: readonly string[];
  /** The same in short, for a slide. */
  readonly short: readonly string[];
  /** Cohorts that are pooled but not drawn, and their weight. */
  readonly andLighter: (count: number, weight: number) => string;
  /** Shown instead of cohorts if there are none. */
  readonly empty: string;
  readonly description: string;
}

/** One outcome of an answer, with the parts of the whole answer that apply to it. */
export function figureOf(
  comparison: ApiComparison,
  row: ApiRow,
  landmark: boolean,
  words: Catalogue,
): Figure {
  const { figure } = words;
  const { events, patients, ...heads } = figure.heads;
  const { empty } = words.relaxed;
  const axisEnd = axisOf(row);
  const told = differenceOf(row);
  const parts = therapyClasses.map((group) => ({
    group,
    lines: linesOf(group, row, comparison, { landmark, axisEnd }, words),
  }));
  const contrast = contrastOf(told, row, comparison, words);
  const cohorts = Object.values(comparison.selection.cohorts).some((count) => count > 0);
  return {
    outcome: row.outcome,
    title: row.label,
    detail: row.detail ?? "",
    subtitle: [scopeOf(comparison, words), questionText(comparison, landmark, words)],
    heads: {
      ...heads,
      count: landmark ? patients : events,
      rate: figure.rateHead(intervalKinds(row, comparison)),
    },
    axisTitle: figure.axisTitle,
    axisEnd,
    parts: cohorts ? parts : [],
    contrastHeading: figure.contrastHeading(
      namedProduct(row.pools["car-t"], words.screen.headline),
      namedProduct(row.pools.bsab, words.screen.headline),
    ),
    contrast: cohorts ? contrast : [],
    foot: footOf(row, comparison, { landmark, parts }, words),
    ...shortOf(row, comparison, parts, words),
    empty,
    description: cohorts
      ? describe(parts, contrast, row, comparison.query, words)
      : `${row.label}. ${empty}`,
  };
}

/** The model, followed by the question except the outcome, in the words of the URL. */
function questionText(
  { canonical, query }: ApiComparison,
  landmark: boolean,
  { figure, screen }: Catalogue,
): string {
  const asked = askedParameters(canonical, screen);
  const question = asked.length === 0 ? figure.usualQuestion : figure.asked(asked);
  // The model comes first, because a long question may be cut.
  return `${figure.model(query.model, landmark ? "landmark" : "logit")} · ${question}`;
}

/** The difference in words, the ratio, the probability of its direction; or why there is none. */
function contrastOf(
  told: DifferenceNumbers | null,
  row: ApiRow,
  comparison: ApiComparison,
  words: Catalogue,
): string[] {
  const { figure, detail, screen } = words;
  if (!told) return [figure.notEstimable(whyNot(row, comparison, words))];
  const { contrast } = told;
  const { numbers } = screen;
  const parts = [differenceText(row, told, words), ratioText(contrast, detail, numbers)];
  const name = nameOfClass(row.pools["car-t"], screen.className["car-t"], screen.headline);
  const chance = chanceText(contrast, name, detail, numbers);
  const p = contrast.pValue === null ? null : pValueText(contrast.pValue, numbers);
  return [...parts, chance === null ? p : capitalised(chance)].filter((text) => text !== null);
}

function differenceText(
  { phrase, pools }: ApiRow,
  { interval, difference }: DifferenceNumbers,
  { figure, screen }: Catalogue,
): string {
  const { amount, range } = differenceWords(difference, interval, screen);
  return figure.difference(
    amount === screen.same ? null : amount,
    range,
    phrase,
    withFirst(pools["car-t"], screen),
  );
}

function whyNot(row: ApiRow, comparison: ApiComparison, words: Catalogue): string {
  const why = whyNotCompared(row, studyWordOf(comparison.query), words.screen);
  if (why) return why;
  const without = therapyClasses.filter((group) => displayedRateOf(row, group) === null);
  if (without.length === 0) return words.figure.otherModels;
  return without.map((group) => reasonFor(group, row, comparison, words)).join("; ");
}

function footOf(
  row: ApiRow,
  comparison: ApiComparison,
  { landmark, parts }: { landmark: boolean; parts: readonly ClassPart[] },
  { figure, screen }: Catalogue,
): string[] {
  const pools = therapyClasses.map((group) => row.pools[group]);
  const studies = pools.flatMap((pool) => pool.studies);
  const labels = [...row.notes, ...comparison.notes].map(({ label }) => label);
  const certainty = isCompared(row) && screen.verdict.certainty(studyWordOf(comparison.query));
  const { dataVersion, answerVersion, href, review } = comparison;
  return [
    certainty,
    labels.length > 0 && figure.notes([...new Set(labels)]),
    studies.length > 0 &&
      figure.legend({
        intervals: intervalKinds(row, comparison),
        predicted: pools.some(({ predictionInterval }) => predictionInterval !== null),
        landmark,
      }),
    parts.some(({ lines }) => lines.some(isCut)) && figure.cutOff,
    studies.some(({ regimen }) => regimen === "combination") && figure.combinationNote,
    review.statement,
    `${screen.footer.audience} ${figure.versions(dataVersion, answerVersion)}`,
    figure.source(href),
  ].filter((text) => typeof text === "string");
}

/** What nobody may miss: how sure it is, its cautions, that no clinician has reviewed it, the source. */
function shortOf(
  row: ApiRow,
  comparison: ApiComparison,
  parts: readonly ClassPart[],
  words: Catalogue,
): Pick<Figure, "short" | "andLighter"> {
  const { figure } = words;
  const labels = [...row.notes, ...comparison.notes].map(({ label }) => label);
  const { dataVersion, answerVersion, href, review } = comparison;
  const said = [
    isCompared(row) && words.screen.verdict.certainty(studyWordOf(comparison.query)),
    labels.length > 0 && figure.notes([...new Set(labels)]),
    parts.some(({ lines }) => lines.some(isCut)) && figure.cutOff,
  ].filter((text) => typeof text === "string");
  return {
    short: [
      said.join(" "),
      review.statement,
      `${figure.versions(dataVersion, answerVersion)} ${figure.source(href)}`,
    ].filter(Boolean),
    andLighter: figure.andLighter,
  };
}

function isCut(line: Line): boolean {
  return "interval" in line && isBeyond(line.interval[1]);
}

function intervalKinds(row: ApiRow, { query }: ApiComparison): IntervalKind[] {
  const kinds = therapyClasses
    .filter((group) => displayedRateOf(row, group) !== null)
    .map((group) => intervalOfPool(query, row.pools[group]));
  return [...new Set(kinds)].sort();
}
