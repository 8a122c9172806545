/** States the facts about one class in a row for the domains of GRADE that concern its trials and its number. */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { spreadOf } from "#core/answer/answer-notes.ts";
import { type FigureOfTrial, listFiguresByTrial } from "#core/answer/figures-of-trials.ts";
import { isOfFew, leastPatients } from "#core/evidence/small-trials.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { listText, withNoun } from "../words/counts.ts";
import { populations } from "../words/figures-in-print.ts";
import { withDigits } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { spanText } from "../words/range-text.ts";
import { rateOf100 } from "../words/rates.ts";
import { studyWordOf } from "../words/study-word.ts";
import { type ClassTable, followUpOfClass, spreadFacts } from "./class-tables.ts";
import { isByTrial } from "./difference.ts";
import { fewEventsText, spreadOf as spreadOfRates } from "./extent.ts";
import { predictionIn } from "./figures.ts";
import type { Texts } from "./grade-domains.ts";
import { countOf, plotCount, rangeText } from "./plotted.ts";
import { heterogeneityText } from "./statistics.ts";

export interface RowInAnswer {
  readonly row: Row;
  readonly answer: Answer;
  /** Lists the trials of each class of the row, as in the report. */
  readonly tables: readonly ClassTable[];
}

export interface ClassInRow extends RowInAnswer {
  readonly group: TherapyClass;
  readonly pool: Pool;
  /** Lists the cohorts whose figures are shown. */
  readonly cohorts: readonly ComputeCohort[];
}

/** Describes the design of one or several studies. An arm of a randomised trial is read without its control. */
const designs: Readonly<Record<ComputeCohort["design"], (studies: string) => string>> = {
  "single-arm": (studies) => `${studies} without a control group`,
  "dose-escalation": (studies) => `${studies} of dose escalation without a control group`,
  "randomised-arm": (studies) => `${studies}, randomised against standard therapy only`,
  retrospective: (studies) => `${studies} looking back at records`,
};

/** Returns text such as "3 trials without a control group", "1 study of practice looking back at records". */
export function designTexts({ cohorts }: ClassInRow): Texts {
  const kindOf = ({ evidence, design }: ComputeCohort) => `${evidence} ${design}`;
  return [...new Set(cohorts.map(kindOf))].flatMap((kind) => {
    const alike = cohorts.filter((cohort) => kindOf(cohort) === kind);
    const [first] = alike;
    if (first === undefined) return [];
    const count = distinctTrials(alike);
    const studies =
      first.evidence === "trial"
        ? withNoun(count, "trial")
        : `${withNoun(count, "study")} of practice`;
    return designs[first.design](studies);
  });
}

export function inconsistencyTexts({ row, group, pool, answer }: ClassInRow): Texts {
  const { estimate, heterogeneity, i2 } = pool;
  const figures = listFiguresByTrial(pool);
  if (isByTrial(row, group)) return ["by trial, never pooled"];
  if (estimate === null) return ["single figures, not pooled"];
  if (figures.length === 1) return [`one ${studyWordOf(answer.query)}`];
  const isCount = row.numberForm === "counts";
  const rates = spreadOfRates(pool);
  const prediction = isCount ? null : predictionIn(row, group);
  return [
    isCount || rates === null
      ? `by trial ${figures.map(ofTrial).join(", ")}`
      : `${rates} in ${withNoun(figures.length, studyWordOf(answer.query))}`,
    ...spreadFacts(pool),
    heterogeneity && heterogeneityText(heterogeneity, i2),
    prediction && `another ${studyWordOf(answer.query)} may show ${rangeText(prediction)}`,
    productsText(pool, isCount),
  ];
}

function ofTrial(figure: FigureOfTrial): string {
  return figure.events === null ? rateOf100(figure.estimate) : countOf(figure);
}

/** Returns text such as "by drug ide-cel 77 (49–92), cilta-cel 19 of 20"; empty for a single drug. */
function productsText({ products }: Pool, isCount: boolean): string {
  if (products.length < 2) return "";
  const texts = products.map((product) => {
    const { estimate, interval } = product;
    const hasRate = estimate !== null && interval !== null && !isCount && !isOfFew(product);
    const number = hasRate ? `${rateOf100(estimate)} (${rangeText(interval)})` : countOf(product);
    return `${productName(product.product)} ${number}`;
  });
  return `by drug ${texts.join(", ")}`;
}

export function indirectnessTexts({ group, pool, row, cohorts }: ClassInRow): Texts {
  const entries = cohorts.map((cohort) => ({ cohort }));
  const spreadText = (name: string, of: (cohort: ComputeCohort) => number | null) => {
    const spread = spreadOf(entries, of);
    if (spread === null) return `${name} not found`;
    const { trials, total: all } = spread;
    return `${name} ${spanText(spread)}${trials < all ? ` (${trials} of ${all} report it)` : ""}`;
  };
  return [
    spreadText("median age", ({ medianAge }) => medianAge),
    spreadText("median prior lines", ({ medianPriorLines }) => medianPriorLines),
    patientsCounted(group, pool),
    row.timeDependent && followUpOfClass(pool),
  ];
}

/**
 * States whom a class counts, as in "counted over infused patients" or "counted over treated patients (4 of 5) and all
 * randomised patients (1 of 5)"; empty without a number.
 */
function patientsCounted(group: TherapyClass, { estimate, studies }: Pool): string {
  if (estimate === null) return "";
  const nameOf = (population: Population) =>
    group === "car-t" && population === "treated" ? "infused patients" : populations[population];
  const names = [...new Set(studies.map(({ population }) => nameOf(population)))];
  if (names.length === 0) return "";
  if (names.length === 1) return `counted over ${names.join("")}`;
  const parts = names.map((name) => {
    const alike = studies.filter(({ population }) => nameOf(population) === name);
    return `${name} (${alike.length} of ${studies.length})`;
  });
  return `counted over ${listText(parts)}`;
}

export function imprecisionTexts({ pool, row }: ClassInRow): Texts {
  const { n, events, estimate, interval } = pool;
  if (estimate === null) return [];
  const count = row.numberForm === "counts" ? plotCount(pool) : null;
  return [
    events !== null && n !== null && `${withNoun(events, "event")} in ${n} patients`,
    isOfFew(pool) && `fewer than ${leastPatients} patients`,
    count
      ? `interval ${rangeText(count.interval)} of 100`
      : interval && `interval ${widthOf(interval.map((end) => 100 * end))} wide`,
    fewEventsText(pool),
  ];
}

/** Returns the distance between the two ends as they are printed. */
export function widthOf(ends: readonly number[]): string {
  const [lower = 0, upper = 0] = ends.map((end) => Number(withDigits(end)));
  return withDigits(upper - lower);
}
