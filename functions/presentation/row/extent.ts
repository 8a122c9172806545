/** States what the number of a class or a group rests on: the counts of one or two trials, or the range of more. */

import type { Pool, Row } from "#core/answer/answer.ts";
import {
  listFiguresByTrial,
  listRatesByTrial,
  type PoolOfStudies,
  sumTrials,
} from "#core/answer/figures-of-trials.ts";
import { countTrialsIncludingPooled } from "#core/evidence/trials.ts";
import { type StudyWord, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProduct } from "../words/product-name.ts";
import { formatRate } from "../words/rates.ts";
import { formatCountWithNoun, joinBySemicolons, joinWithConjunction } from "../words/sentences.ts";
import { isRowOfDeaths } from "./figures.ts";
import { type FittedPool, formatEventCount, isModelledNumberOfFewEvents } from "./plotted.ts";

type TickedPool = Pick<Pool, "status" | "studies" | "smallTrials">;

/**
 * Returns text such as "94 of 97 in 1 of 2 trials" or "73–97 in 4 trials, 290 patients", then the counts of small
 * trials that are not in the number.
 */
export function describeTrialsBehindNumber(pool: Pool, noun: StudyWord): string {
  const patients = pool.n === null ? "" : `, ${pool.n} patients`;
  const counts =
    describeCountsOfOneOrTwoTrials(pool, noun) ||
    `${describeRateRangeInTrials(pool, noun)}${patients}`;
  return joinBySemicolons([counts, describeCountsOfSmallTrials(pool)]);
}

/** Returns text such as "73–97 in 4 trials", "3 of 5 trials"; empty if no trial is counted. */
export function describeRateRangeInTrials(pool: Pool, noun: StudyWord): string {
  if (pool.k === 0) return "";
  const trials = describeShareOfTrials(noun, pool.k, pool.selectedTrials);
  const spread = formatRateRangeIfThreeTrials(pool);
  return spread === null ? trials : `${spread} in ${trials}`;
}

/** Returns text such as "7 trials, 415 patients"; only the trials if the number of patients is not known. */
export function describeTrialsAndPatients(noun: StudyWord, k: number, n: number | null): string {
  return `${formatCountWithNoun(k, noun)}${n === null ? "" : `, ${n} patients`}`;
}

/** Returns text such as "3 of 5 trials", or "5 trials" if all of them have a figure. */
export function describeShareOfTrials(noun: StudyWord, k: number, of: number): string {
  if (k < of) return `${k} of ${formatCountWithNoun(of, noun)}`;
  return k === 1 ? `one ${noun}` : formatCountWithNoun(k, noun);
}

/** Of more trials than these no tick is that of a single one. */
const mostTimed = 12;

type RowOfTicks = Pick<Row, "group" | "direction">;

/**
 * Lists the trials of a row of deaths, in the order of their ticks, or of their lines where two have no common number;
 * empty for a single one, and for any other row.
 */
function listTicks({ status, studies, smallTrials = [] }: TickedPool, row: RowOfTicks) {
  const trials = sumTrials([...studies, ...smallTrials]);
  if (!isRowOfDeaths(row) || trials.length < 2 || trials.length > mostTimed) return [];
  return status === "by-trial" ? trials : trials.sort((a, b) => a.estimate - b.estimate);
}

/** Returns the whole months of each tick of a row of deaths, as in "18, 13, 28, 18"; empty for any other row. */
export function formatTickMonths(pool: TickedPool, row: RowOfTicks): string {
  const months = listTicks(pool, row).map((trial) =>
    joinWithConjunction(
      trial.months.map((month) => (month === null ? unreported : `${Math.round(month)}`)),
    ),
  );
  return months.join(", ");
}

/**
 * Returns the count of each tick of a row of deaths with its median follow-up: "2 of 62 at 18.1 months, 9 of 128 at 13.3";
 * empty for any other row.
 */
export function describeTickMonths(pool: TickedPool, row: RowOfTicks): string {
  let unit = " months";
  const texts = listTicks(pool, row).map((trial) => {
    const known = trial.months.filter((month) => month !== null);
    const count = formatEventCount(trial);
    if (known.length < trial.months.length) return `${count} (follow-up ${unreported})`;
    const text = `${count} at ${joinWithConjunction(known.map(formatPlainNumber))}${unit}`;
    // Only the first follow-up states the unit.
    unit = "";
    return text;
  });
  return texts.join(", ");
}

/** Returns text such as "2 events: size depends on the model"; empty without a model, and with enough events. */
export function describeFewEvents(pool: FittedPool): string {
  const { events } = pool;
  return events !== null && isModelledNumberOfFewEvents(pool)
    ? `${formatCountWithNoun(events, "event")}: size depends on the model`
    : "";
}

/** Returns text such as "19 of 20 more". A product that is not in the number is named: "cilta-cel 4 of 20 more". */
export function describeCountsOfSmallTrials({
  smallTrials = [],
  products,
}: Pick<Pool, "smallTrials" | "products">): string {
  const counts = smallTrials.map((study) => {
    const isOther = products.every(({ product }) => product !== study.product);
    return isOther
      ? `${nameProduct(study.product)} ${formatEventCount(study)}`
      : formatEventCount(study);
  });
  return counts.length === 0 ? "" : `${counts.join(", ")} more`;
}

/**
 * Returns text such as "19 of 20, 12 of 25", of cohorts of one trial the sum first, as in "31 of 45: 19 of 20, 12 of 25 in
 * one trial"; empty for more trials, or if a count is not known.
 */
function describeCountsOfOneOrTwoTrials(pool: Pool, noun: StudyWord): string {
  const { k, selectedTrials, studies, smallTrials = [] } = pool;
  // If there is a single trial, each of its cohorts has its own count.
  const figures = k === 1 ? studies : listFiguresByTrial(pool);
  // If the two trials are of different products, each count names its product.
  const isOfTwo = figures.length === 2 && figures[0]?.product !== figures[1]?.product;
  const counts = figures.flatMap((figure) => {
    if (figure.events === null || figure.n === null) return [];
    return isOfTwo
      ? `${nameProduct(figure.product)} ${formatEventCount(figure)}`
      : formatEventCount(figure);
  });
  if (k > 2 || counts.length < figures.length) return "";
  const all = selectedTrials - countTrialsIncludingPooled(smallTrials);
  const where = k < all || k === 1 ? ` in ${describeShareOfTrials(noun, k, all)}` : "";
  const sum = k === 1 && counts.length > 1 ? `${formatEventCount(pool)}: ` : "";
  return `${sum}${counts.join(", ")}${where}`;
}

/** Returns the range of the trials in patients of 100, as in "48–77"; `null` with fewer than three trials. */
export function formatRateRangeIfThreeTrials(pool: PoolOfStudies): string | null {
  const rates = [...listRatesByTrial(pool)].sort((a, b) => a - b);
  if (rates.length < 3) return null;
  const [low = 0, high = 0] = [rates[0], rates.at(-1)];
  return `${formatRate(low)}–${formatRate(high)}`;
}
