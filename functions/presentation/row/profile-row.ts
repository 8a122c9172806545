/**
 * Makes a row of the evidence profile: the outcome, both classes with what their numbers rest on, the difference, the
 * facts by GRADE domain, and the trials with their sources. All of it is text, equal to that of the report.
 */

import type { Answer, Citation, Pool, Row } from "#core/answer/answer.ts";
import { isOfFew } from "#core/evidence/small-trials.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { className } from "../words/class-names.ts";
import { withNoun } from "../words/counts.ts";
import { differenceWords } from "../words/rates.ts";
import { describeStatusBeside, statusText } from "../words/row-status.ts";
import { withCommas } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { type ClassTable, classTables } from "./class-tables.ts";
import { cohortsOfClass } from "./cohorts-of-class.ts";
import { differenceOf } from "./difference.ts";
import { smallerText, trialsAndPatients, trialsOf } from "./extent.ts";
import { type GradeFacts, gradeFacts, type RandomisedFact } from "./grade-facts.ts";
import { mediansOf, medianViews } from "./medians-view.ts";
import { missingInRow, missingText } from "./missing.ts";
import { countOf, plottedPool } from "./plotted.ts";
import { detailOf } from "./row-name.ts";
import { byItself, isUnreported, sidesInWords } from "./row-view.ts";

export interface ProfileRow {
  readonly outcome: string;
  readonly label: string;
  /**
   * States what the outcome counts, as in "≥ partial response", "grade 3 or 4, deaths apart"; `null` if the name says
   * everything.
   */
  readonly definition: string | null;
  readonly sides: readonly ProfileSide[];
  /**
   * Lists the difference, such as "21 more (1 to 33)", then its certainty; or why there is none. Each entry is a line.
   */
  readonly difference: readonly string[];
  readonly facts: GradeFacts;
}

/** Holds one class in the row. */
export interface ProfileSide {
  readonly group: TherapyClass;
  /** States the size, as in "4 trials, 306 patients"; empty if no trial has a figure that is shown. */
  readonly trials: readonly string[];
  /**
   * Lists the rate and then its count, as in "88 (68–96)", "259 of 306"; only the count where there are few patients.
   */
  readonly rates: readonly string[];
  readonly listedTrials: readonly ListedTrial[];
}

export interface ListedTrial {
  readonly cohort: string;
  /** Names the trial, as in "KarMMa". */
  readonly label: string;
  /**
   * Names the product and what is particular about its figure, as in "ide-cel", "ide-cel, neurotoxicity", "teclistamab
   * in combination".
   */
  readonly product: string;
  /** States the figure as the report does, as in "94 of 128 · weight 29 %". */
  readonly text: string;
  readonly citations: readonly Citation[];
}

interface RowSupplement {
  /** Lists what randomised trials reported of the outcome in both arms. */
  readonly randomised: readonly RandomisedFact[];
  /** False if an earlier row has the medians, which are the same at every month. */
  readonly hasMedians: boolean;
}

export function profileRow(
  row: Row,
  answer: Answer,
  { randomised, hasMedians }: RowSupplement,
): ProfileRow {
  const tables = classTables(row, answer);
  return {
    outcome: row.outcome,
    label: row.label,
    definition: detailOf(row, answer),
    sides: therapyClasses.map((group) => ({
      group,
      trials: trialsLines(group, row, answer),
      rates: ratesLines(group, row, answer, hasMedians),
      listedTrials: tables.filter((table) => table.group === group).flatMap(listedIn),
    })),
    difference: differenceLines(row, answer),
    facts: gradeFacts(row, answer, tables, randomised),
  };
}

/** Returns the rows that some trial reports, and the names of those that none reports. */
export function reportedRows(rows: readonly Row[]) {
  return {
    reported: rows.filter((row) => !isUnreported(row)),
    unreported: rows.filter(isUnreported),
  };
}

function trialsLines(group: TherapyClass, row: Row, answer: Answer): string[] {
  const pool = row.pools[group];
  const { k, n, selectedTrials, otherRegimen } = pool;
  const noun = studyWordOf(answer.query);
  const trialsInRow = distinctTrials(cohortsOfClass(pool));
  const texts =
    pool.estimate !== null
      ? [
          withCommas([trialsOf(noun, k, selectedTrials), n !== null && `${n} patients`]),
          smallerText(pool),
        ]
      : trialsInRow > 0
        ? [`${withNoun(trialsInRow, noun)}, not pooled`]
        : [];
  return [
    ...texts,
    otherRegimen &&
      `${nameOfRegimen(otherRegimen)}: ${trialsAndPatients(noun, otherRegimen.k, otherRegimen.n)}`,
  ].filter((text): text is string => text !== null && text !== "");
}

/** Names the other kind of regimen, whose trials never enter the number of the class. */
function nameOfRegimen({ regimen }: NonNullable<Pool["otherRegimen"]>): string {
  return regimen === "combination" ? "in combination" : "alone";
}

function ratesLines(group: TherapyClass, row: Row, answer: Answer, hasMedians: boolean): string[] {
  const pool = row.pools[group];
  const side = sidesInWords(row, answer, byItself).get(group);
  if (side === undefined) return [missingText(group, row, answer) ?? ""];
  const medians = hasMedians ? mediansOf(row).filter((median) => median.group === group) : [];
  const texts = [
    ...numberLines(pool, row, side?.name ?? null),
    // If the only figures are medians, each median has a line.
    ...(pool.estimate === null && !(medians.length > 0 && side?.side.marks.length === 0)
      ? [side?.written("") ?? "not reported"]
      : []),
    ...otherRegimenLines(pool),
    ...medianViews(medians).map(
      ({ drug, trial, heard }) => `median, ${drug} in ${trial}: ${heard}`,
    ),
  ];
  return [...new Set(texts)].filter((text) => text !== "");
}

/** Returns the number of a class, its count and, if the number leaves out drugs, the drugs that it includes. */
function numberLines(
  pool: Pool,
  { numberForm }: Pick<Row, "numberForm">,
  name: string | null,
): string[] {
  const number = plottedPool(pool);
  if (number === null) return [];
  const count = pool.events === null ? "" : countOf(pool);
  const isCount = numberForm === "counts" && count !== "";
  return [...(isCount ? [count] : [`${number.number} (${number.under})`, count]), name ?? ""];
}

function otherRegimenLines({ otherRegimen }: Pool): string[] {
  if (otherRegimen === null) return [];
  const number = plottedPool(otherRegimen);
  const count = otherRegimen.events === null ? "" : countOf(otherRegimen);
  const rate = number && !isOfFew(otherRegimen) ? `${number.number} (${number.under})` : "";
  return [`${nameOfRegimen(otherRegimen)}: ${withCommas([rate, count])}`];
}

function differenceLines(row: Row, answer: Answer): string[] {
  const numbers = differenceOf(row);
  if (numbers) {
    const { amount, range } = differenceWords(numbers.difference, numbers.interval);
    return [
      `${amount} (${range})`,
      row.status ? describeStatusBeside(range, statusText(row.status, numbers.interval)) : "",
    ].filter((text) => text !== "");
  }
  const absent = therapyClasses.filter((group) => answer.selection.cohorts[group] === 0);
  const reasons =
    absent.length > 0
      ? absent.map((group) => missingText(group, row, answer) ?? "")
      : [missingInRow(row, answer)];
  return [withCommas(["not compared", ...reasons]).replace(", ", ": ")];
}

function listedIn({ products, group, name }: ClassTable): ListedTrial[] {
  const regimen = name.replace(className[group], "").replace(", ", "");
  return products.flatMap((product) =>
    product.trials.map(({ cohort, label, figures }) => ({
      cohort,
      label,
      product: withCommas([
        product.name,
        product.of,
        product.name.includes(regimen) ? "" : regimen,
      ]),
      text: figures
        .map(({ text }) => text)
        .filter((text) => text !== "")
        .join("; "),
      citations: figures.flatMap(({ citation }) => citation ?? []),
    })),
  );
}
