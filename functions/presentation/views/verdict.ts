/**
 * Writes the headline of an answer: what randomised trials showed, if they lead; otherwise that no trial compares the
 * classes, a direction only for a consistent difference, and what is very uncertain, not compared or not found. It
 * states what was reported, never what to do, and holds no rate: a rate would be kept without its doubt.
 */

import type { Answer, Row, RowStatus } from "#core/answer/answer.ts";
import { listChosenRegions } from "#core/evidence/regimen-labels.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { findDifference } from "../row/difference.ts";
import { hasHeadlineRole, isCompared } from "../row/figures.ts";
import { describeMissingDifference, describeOnlyDrugs } from "../row/missing.ts";
import { nameClassesOfRow } from "../row/products.ts";
import { describeDeathsOfTrials, describeRandomisedHeadline } from "../row/randomised-trials.ts";
import { withYours } from "../words/added.ts";
import { classAdjective } from "../words/class-names.ts";
import { joinWords } from "../words/counts.ts";
import { afterLines, joinRegionsByOr } from "../words/labels.ts";
import { nameProduct } from "../words/product-name.ts";
import {
  capitalise,
  joinByCommas,
  joinBySpaces,
  joinClauses,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import { chooseStudyWord } from "../words/study-word.ts";
import { medianNames } from "../words/survival.ts";

export interface Verdict {
  /** Holds the headline. */
  lead: string;
  /** Holds a second sentence of a view of its own, such as the medians of survival; empty for an answer. */
  harms: string;
}

/** Names the classes in a headline. */
const classNames = { "car-t": "CAR-T", bsab: "a bispecific" };

export function makeVerdict(answer: Answer): Verdict {
  const headline = describeAnswer(answer);
  return { lead: answer.added ? `${withYours}${uncapitalise(headline)}` : headline, harms: "" };
}

function describeAnswer(answer: Answer): string {
  const { selection } = answer;
  const unlabelled = describeUnlabelled(answer);
  const isDenied = isEachLabelDenied(answer);
  // A sentence that names a region leaves no room for the control.
  const randomised = describeRandomisedHeadline(answer, unlabelled === "" || isDenied);
  if (randomised)
    return joinBySpaces([
      randomised,
      makeOptionalSentence(describeUnlabelledBriefly(answer, isDenied)),
    ]);
  if (unlabelled) return writeSentence(unlabelled);
  const [only, another] = therapyClasses.filter((group) => selection.cohorts[group] > 0);
  if (only === undefined)
    return `Not found: any ${chooseStudyWord(answer.query)} of this question.`;
  return another === undefined ? describeOneClass(only, answer) : describeComparison(answer);
}

/**
 * Returns the headline of one kind of survival: what randomised trials showed of it, if they lead; otherwise that each
 * drug stands in its own trial. It holds no median, because medians of two trials are read as a comparison.
 *
 * @param family Is `all` for a report on several kinds.
 * @param drugs Lists the products of which anything is reported.
 */
export function describeSurvival(
  answer: Answer,
  family: SurvivalFamily | "all",
  drugs: readonly string[],
): string {
  const isDenied = isEachLabelDenied(answer);
  const namesControl = describeUnlabelled(answer) === "" || isDenied;
  const describeTrials = {
    all: describeRandomisedHeadline,
    pfs: describeRandomisedHeadline,
    os: describeDeathsOfTrials,
    dor: () => null,
  };
  const unlabelled = makeOptionalSentence(describeUnlabelledBriefly(answer, isDenied));
  return joinBySpaces([
    describeTrials[family](answer, namesControl) ??
      `${family === "all" ? "Survival" : medianNames[family]}: ${describeDrugs(drugs)}.`,
    unlabelled,
  ]);
}

function describeDrugs([drug, another]: readonly string[]): string {
  if (drug === undefined) return notFound;
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
 * Returns the headline of both classes: first that no trial compares them, then a direction only for a consistent
 * difference, then what is very uncertain, not compared and not found. It holds no number.
 */
function describeComparison(answer: Answer): string {
  const rows = chooseHeadlineRows(answer);
  const isAnyCompared = answer.outcomes.some(isCompared);
  if (!isAnyCompared) return `Nothing compared: ${describeWhyNothingCompared(rows, answer)}.`;
  const byKind = groupByKind(rows);
  const uncertain = byKind.uncertain.map(({ label }) => label);
  const directions = describeDirections(byKind.consistent);
  const rest = [
    describeRows("Not compared", byKind.notCompared),
    describeRows("Not found", byKind.notFound),
  ].filter((text) => text !== "");
  // Without other parts the uncertain outcomes end the sentence of the directions.
  const isJoined = directions.length > 0 && uncertain.length > 0 && rest.length === 0;
  const first = isJoined
    ? `${directions.join("; ")}; ${uncertain.map(uncapitalise).join(", ")} very uncertain.`
    : joinBySpaces([
        directions.length > 0 ? `${directions.join("; ")}.` : "",
        describeRows("Very uncertain", byKind.uncertain),
      ]);
  return joinBySpaces([
    isRandomised(answer) ? "" : "No trial compares CAR-T with bispecifics.",
    capitalise(first),
    ...rest,
    describeModel(answer),
  ]);
}

interface ByKind {
  readonly consistent: readonly Row[];
  readonly uncertain: readonly Row[];
  readonly notCompared: readonly Row[];
  readonly notFound: readonly Row[];
}

function groupByKind(rows: readonly Row[]): ByKind {
  const where = (...codes: readonly RowStatus["code"][]) =>
    rows.filter(({ status }) => status !== null && codes.includes(status.code));
  return {
    consistent: where("consistent"),
    uncertain: where("depends", "unclear"),
    notCompared: where("not-compared", "by-drug", "one-class", "not-for"),
    notFound: where("not-reported"),
  };
}

/**
 * Returns a clause for each side, such as "response and severe CRS more often with CAR-T", "severe CRS more, severe
 * infection less often with CAR-T".
 */
function describeDirections(rows: readonly Row[]): string[] {
  const sides = new Map<string, Map<string, string[]>>();
  for (const row of rows) {
    const { difference = 0 } = findDifference(row) ?? {};
    const side = nameClassesOfRow(row, { "car-t": "CAR-T", bsab: "" })["car-t"];
    const amount = difference > 0 ? "more" : "less";
    const amounts = sides.get(side) ?? new Map<string, string[]>();
    amounts.set(amount, [...(amounts.get(amount) ?? []), uncapitalise(row.label)]);
    sides.set(side, amounts);
  }
  return [...sides].map(([side, amounts]) => {
    const texts = [...amounts].map(([amount, labels]) => `${joinWords(labels)} ${amount}`);
    return `${joinByCommas(texts)} often with ${side}`;
  });
}

function describeRows(title: string, rows: readonly Row[]): string {
  return rows.length === 0
    ? ""
    : `${title}: ${rows.map(({ label }) => uncapitalise(label)).join(", ")}.`;
}

/** Returns why no row is compared: "teclistamab is the only bispecific", "one CAR-T and one bispecific trial". */
function describeWhyNothingCompared(rows: readonly Row[], answer: Answer): string {
  const [row] = rows;
  if (row === undefined) return "no outcome is asked for";
  return (
    describeOnlyDrugs(row) ||
    describeMissingDifference(row, answer) ||
    "no figure that can be pooled"
  );
}

/** Returns the headline where only one class has a trial, without numbers: "Talquetamab only: no CAR-T trial found.". */
function describeOneClass(only: TherapyClass, answer: Answer): string {
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
  const missing = groupByKind(chooseHeadlineRows(answer)).notFound.map(({ label }) =>
    uncapitalise(label),
  );
  const missingText = missing.length > 0 && `${missing.join(", ")} not found`;
  const noun = chooseStudyWord(query);
  return `${side} only: ${joinClauses([`no ${classAdjective[other]} ${noun} found`, missingText])}.`;
}

/** Tells whether a randomised trial of one class against the other is among the results of others. */
function isRandomised({ outcomes }: Answer): boolean {
  return outcomes.some(({ headToHead }) =>
    headToHead.some(({ design }) => design === "randomised"),
  );
}

const modelTexts: Readonly<Record<Exclude<Answer["query"]["model"], "bayes">, string>> = {
  glmm: "(By maximum likelihood.)",
  reml: "(By REML.)",
  dl: "(By DerSimonian–Laird.)",
};

/** Names the model that made the numbers if it is not the default one. */
function describeModel({ query: { model } }: Pick<Answer, "query">): string {
  return model === "bayes" ? "" : modelTexts[model];
}

/** Returns the classes without a trial because no regimen is labelled in the regions of the question. */
function listUnlabelledSides({ notes, selection }: Answer) {
  const note = notes.find((entry) => entry.code === "no-label");
  return (note?.sides ?? []).filter(({ therapyClass }) => selection.cohorts[therapyClass] === 0);
}

/**
 * States for which classes no label was found in the regions of the question; empty if there are none.
 */
function describeUnlabelled(answer: Answer): string {
  const sides = listUnlabelledSides(answer);
  if (sides.length === 0) return "";
  const { query } = answer;
  const isWhole = sides.length === therapyClasses.length;
  const names = sides.map(({ therapyClass }) => classNames[therapyClass]);
  const classText = isWhole ? "" : ` for ${names.join(" or ")}`;
  return `No ${joinRegionsByOr(listChosenRegions(query))} label found${classText}${afterLines[query.lines]}`;
}

/**
 * Returns whether a single class has no labelled regimen, and each of them has an entry that says so. A decision that was
 * to be made before the date of the data and was not found denies nothing.
 */
function isEachLabelDenied(answer: Answer): boolean {
  const [side, another] = listUnlabelledSides(answer);
  const labels = side && !another ? side.regimens.flatMap((regimen) => regimen.labels) : [];
  return (
    labels.length > 0 &&
    labels.every(({ status, decision }) => status !== "no-label-found" && !decision?.isOverdue)
  );
}

/**
 * Returns text such as "No bispecific labelled", or if it is not denied "No bispecific label found"; empty if
 * each side has a labelled regimen.
 */
function describeUnlabelledBriefly(answer: Answer, isDenied: boolean): string {
  const [side, another] = listUnlabelledSides(answer);
  if (!side || another) return describeUnlabelled(answer);
  return isDenied
    ? `No ${classAdjective[side.therapyClass]} labelled`
    : `No ${classAdjective[side.therapyClass]} label found`;
}

function makeOptionalSentence(text: string): string {
  return text && writeSentence(text);
}
