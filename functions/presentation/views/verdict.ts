/**
 * Writes the headline of an answer: what randomised trials showed, if they lead; otherwise that no trial compares the
 * classes, and what is very uncertain, not compared or not reported. It states what was reported, never what to do, and
 * holds no rate, because readers would remember a rate without its doubt.
 */

import type { Answer, Row, RowStatus } from "#core/answer/answer.ts";
import { listChosenRegions } from "#core/evidence/regimen-labels.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { hasHeadlineRole, isRowCompared } from "../row/figures.ts";
import { describeOnlyDrugsWithFigure, describeWhyNoDifference } from "../row/missing.ts";
import {
  describeRandomisedDeathsHeadline,
  describeRandomisedHeadline,
} from "../row/randomised-trials.ts";
import { findGapOfRow, isRowUnreported } from "../row/row-view.ts";
import { afterLines, describeUntriedRegimens, joinRegionsByOr } from "../words/labels.ts";
import {
  chooseStudyWord,
  classAdjective,
  divideGaps,
  medianNames,
  nameGap,
  unreported,
} from "../words/names.ts";
import { nameProduct } from "../words/product-name.ts";
import {
  capitalise,
  joinBySemicolons,
  joinBySpaces,
  pluralise,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";

export interface Verdict {
  /** Holds the headline. */
  lead: string;
  /** Holds a second sentence of a view of its own, such as the medians of survival; empty for an answer. */
  harms: string;
}

const classNames = { "car-t": "CAR-T", bsab: "a bispecific" };

export function makeVerdict(answer: Answer): Verdict {
  return { lead: describeAnswerHeadline(answer), harms: "" };
}

/** Returns the headline, which ends with the drugs that are labelled without a trial. */
function describeAnswerHeadline(answer: Answer): string {
  return joinBySpaces([describeAnswer(answer), describeUntried(answer)]);
}

function describeUntried({ notes }: Answer): string {
  const note = notes.find((entry) => entry.code === "labelled-without-trial");
  return note ? `${describeUntriedRegimens(note)}.` : "";
}

function describeAnswer(answer: Answer): string {
  const { selection } = answer;
  const unlabelled = describeUnlabelledClasses(answer);
  const isDenied = isOneClassKnownUnlabelled(answer);
  // A sentence that names a region leaves no room for the control.
  const randomised = describeRandomisedHeadline(answer, unlabelled === "" || isDenied);
  if (randomised)
    return joinBySpaces([
      randomised,
      writeSentenceIfAny(describeUnlabelledClassesBriefly(answer, isDenied)),
    ]);
  if (unlabelled) return writeSentence(unlabelled);
  const [only, another] = therapyClasses.filter((group) => selection.cohorts[group] > 0);
  if (only === undefined)
    return `No ${chooseStudyWord(answer.query)} in our data answers this question.`;
  return another === undefined
    ? describeOneClassHeadline(only, answer)
    : describeBothClassesHeadline(answer);
}

/**
 * Returns the headline of one kind of survival: what randomised trials showed of it, if they lead; otherwise that each
 * drug stands in its own trial. It holds no median, because medians of two trials are read as a comparison.
 *
 * @param family Is `all` for a report on several kinds.
 * @param drugs Lists the products of which anything is reported.
 */
export function describeSurvivalHeadline(
  answer: Answer,
  family: SurvivalFamily | "all",
  drugs: readonly string[],
): string {
  const isDenied = isOneClassKnownUnlabelled(answer);
  const namesControl = describeUnlabelledClasses(answer) === "" || isDenied;
  const describeTrials = {
    all: describeRandomisedHeadline,
    pfs: describeRandomisedHeadline,
    os: describeRandomisedDeathsHeadline,
    dor: () => null,
  };
  const unlabelled = writeSentenceIfAny(describeUnlabelledClassesBriefly(answer, isDenied));
  return joinBySpaces([
    describeTrials[family](answer, namesControl) ??
      `${family === "all" ? "Survival" : medianNames[family]}: ${describeDrugsNotCompared(drugs)}.`,
    unlabelled,
    describeUntried(answer),
  ]);
}

function describeDrugsNotCompared([drug, another]: readonly string[]): string {
  if (drug === undefined) return unreported;
  return another === undefined
    ? `${nameProduct(drug)} only, not compared`
    : "each drug in its own trial, none tested against another";
}

/** Returns the rows of which a headline always speaks: response, and two harms; else the first row. */
function chooseHeadlineRows({ outcomes }: Pick<Answer, "outcomes">): readonly Row[] {
  const named = outcomes.filter(hasHeadlineRole);
  return named.length > 0 ? named : outcomes.slice(0, 1);
}

/**
 * Returns the headline of both classes: first that no trial compares them, then what is very uncertain, not
 * compared or not reported. It holds no direction and no number.
 */
function describeBothClassesHeadline(answer: Answer): string {
  const isAnyCompared = answer.outcomes.some(isRowCompared);
  if (!isAnyCompared) return `Nothing compared: ${describeWhyNothingCompared(answer)}.`;
  const rows = chooseHeadlineRows(answer);
  const without = ["one-trial", "not-compared", "by-drug", "one-class", "not-for"] as const;
  return joinBySpaces([
    hasRandomisedComparison(answer) ? "" : "No trial compares CAR-T with bispecifics.",
    describeRowsUnderTitle("Very uncertain:", selectByStatus(rows, "apart", "overlap")),
    describeRowsUnderTitle("Not compared:", selectByStatus(rows, ...without)),
    ...describeUnreported(selectByStatus(rows, "not-reported")),
    describeNonDefaultModel(answer),
  ]);
}

function selectByStatus(rows: readonly Row[], ...codes: readonly RowStatus["code"][]): Row[] {
  return rows.filter(({ status }) => status !== null && codes.includes(status.code));
}

function describeRowsUnderTitle(title: string, rows: readonly Row[]): string {
  return rows.length === 0
    ? ""
    : `${title} ${rows.map(({ label }) => uncapitalise(label)).join(", ")}.`;
}

/** Returns sentences such as "Not reported: severe CRS.", "Not in this question: response.". */
function describeUnreported(rows: readonly Row[]): string[] {
  const gaps = rows.map((row) => ({ ...findGapOfRow(row), row }));
  return divideGaps(gaps).map(({ heading, of }) =>
    describeRowsUnderTitle(
      heading,
      of.map(({ row }) => row),
    ),
  );
}

/**
 * Returns why no row is compared, as in "one CAR-T and one bispecific trial", if all rows below have the same reason; else
 * what holds for all of them: "cilta-cel and talquetamab, each in its own trials".
 */
function describeWhyNothingCompared(answer: Answer): string {
  const rows = answer.outcomes.filter((row) => !isRowUnreported(row));
  const [reason, another] = new Set(
    rows.map((row) => describeOnlyDrugsWithFigure(row) || describeWhyNoDifference(row, answer)),
  );
  if (reason && another === undefined) return reason;
  const drugs = [...new Set(answer.selection.included.map(({ product }) => product))];
  const names = drugs.length > 2 ? "each drug" : drugs.map(nameProduct).join(" and ");
  return `${names}${drugs.length === 2 ? ", each" : ""} in its own ${pluralise(chooseStudyWord(answer.query))}`;
}

/** Returns the headline where only one class has a trial, without numbers: "Talquetamab only: no CAR-T trial found.". */
function describeOneClassHeadline(only: TherapyClass, answer: Answer): string {
  const { query, selection } = answer;
  const other = therapyClasses.find((group) => group !== only) ?? only;
  const products = new Set(
    selection.included.filter(({ group }) => group === only).map(({ product }) => product),
  );
  const [product, another] = products;
  const name =
    product !== undefined && another === undefined ? nameProduct(product) : classNames[only];
  const side = capitalise(name === classNames.bsab ? "bispecifics" : name);
  if (query.therapyClass !== "both") return `${side} only, as asked.`;
  const missing = groupBy(selectByStatus(chooseHeadlineRows(answer), "not-reported"), (row) =>
    nameGap(findGapOfRow(row)),
  ).map(
    (rows) =>
      `${rows.map(({ label }) => uncapitalise(label)).join(", ")} ${nameGap(findGapOfRow(rows[0]))}`,
  );
  const noun = chooseStudyWord(query);
  return `${side} only: ${joinBySemicolons([`no ${classAdjective[other]} ${noun} found`, ...missing])}.`;
}

/** Tells whether a randomised trial of one class against the other is among the results of others. */
function hasRandomisedComparison({ outcomes }: Answer): boolean {
  return outcomes.some(({ headToHead }) =>
    headToHead.some(({ design }) => design === "randomised"),
  );
}

const modelTexts: Readonly<Record<Exclude<Answer["query"]["model"], "bayes">, string>> = {
  glmm: "(By maximum likelihood.)",
  reml: "(By REML.)",
  dl: "(By DerSimonian–Laird.)",
};

function describeNonDefaultModel({ query: { model } }: Pick<Answer, "query">): string {
  return model === "bayes" ? "" : modelTexts[model];
}

/**
 * Returns the classes without a trial because no regimen is labelled in the regions of the question, each with the
 * regimens that were left out; empty if there are none.
 */
function listUnlabelledClasses({ notes, selection }: Answer) {
  const note = notes.find((entry) => entry.code === "no-label");
  return (note?.sides ?? []).filter(({ therapyClass }) => selection.cohorts[therapyClass] === 0);
}

/**
 * States for which classes no label was found in the regions of the question; empty if there are none.
 */
function describeUnlabelledClasses(answer: Answer): string {
  const sides = listUnlabelledClasses(answer);
  if (sides.length === 0) return "";
  const { query } = answer;
  const isWhole = sides.length === therapyClasses.length;
  const names = sides.map(({ therapyClass }) => classNames[therapyClass]);
  const classText = isWhole ? "" : ` for ${names.join(" or ")}`;
  return `No ${joinRegionsByOr(listChosenRegions(query))} label found${classText}${afterLines[query.lines]}`;
}

/**
 * Tells whether a single class has no labelled regimen, and each of its regimens has an entry that says so; a
 * decision that was to be made before the date of the data, and of which none was found, states nothing.
 */
function isOneClassKnownUnlabelled(answer: Answer): boolean {
  const [side, another] = listUnlabelledClasses(answer);
  const labels = side && !another ? side.regimens.flatMap((regimen) => regimen.labels) : [];
  return (
    labels.length > 0 &&
    labels.every(({ status, decision }) => status !== "no-label-found" && !decision?.isOverdue)
  );
}

/**
 * Returns text such as "No bispecific labelled" or, if `isDenied` is false, "No bispecific label found"; empty if each
 * side has a labelled regimen.
 */
function describeUnlabelledClassesBriefly(answer: Answer, isDenied: boolean): string {
  const [side, another] = listUnlabelledClasses(answer);
  if (!side || another) return describeUnlabelledClasses(answer);
  return isDenied
    ? `No ${classAdjective[side.therapyClass]} labelled`
    : `No ${classAdjective[side.therapyClass]} label found`;
}

function writeSentenceIfAny(text: string): string {
  return text && writeSentence(text);
}
