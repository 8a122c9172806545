/**
 * Writes the headline of an answer: what randomised trials showed, if they lead; otherwise that no randomised trial
 * compares the classes, both harms by trial, which are fixed beforehand, and what is unknown. It names no direction and
 * rests on no model, so that no row below and no choice of drugs contradicts it.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { listChosenRegions } from "#core/evidence/regimen-labels.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { describeHarm, isRowByTrial, nameByTrial } from "../row/by-trial.ts";
import { hasHeadlineRole, isRowCompared } from "../row/figures.ts";
import { describeOnlyDrugsWithFigure, describeWhyNoDifference } from "../row/missing.ts";
import {
  describeRandomisedDeathsHeadline,
  describeRandomisedHeadline,
  hasHarmsOnly,
} from "../row/randomised-trials.ts";
import { findGapOfRow, isRowUnreported } from "../row/row-view.ts";
import { afterLines, describeUntriedRegimens, joinRegionsByOr } from "../words/labels.ts";
import {
  chooseStudyWord,
  classAdjective,
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
  /** Holds the headline, or its first sentence. */
  lead: string;
  /** Holds the harms by trial, which stand below the headline where it is narrow, and the last sentence; or both are empty. */
  harms: string;
  last: string;
}

const classNames = { "car-t": "CAR-T", bsab: "a bispecific" };

/** Returns the headline, which ends with the drugs that are labelled without a trial. */
export function makeVerdict(answer: Answer): Verdict {
  const said = describeAnswer(answer);
  const { lead, harms, last } = typeof said === "string" ? makeLead(said) : said;
  const untried = describeUntried(answer);
  return harms === ""
    ? makeLead(joinBySpaces([lead, untried]))
    : { lead, harms, last: joinBySpaces([last, untried]) };
}

/** Makes a headline of one text. */
export function makeLead(lead: string): Verdict {
  return { lead, harms: "", last: "" };
}

function describeUntried({ notes }: Answer): string {
  const note = notes.find((entry) => entry.code === "labelled-without-trial");
  return note ? `${describeUntriedRegimens(note)}.` : "";
}

function describeAnswer(answer: Answer): string | Verdict {
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

/** A headline has at most this many words. */
const mostWords = 30;

const onlyApart = "No randomised trial compares CAR-T with bispecifics.";

/**
 * Returns the headline of both classes: that no randomised trial compares them, both harms by trial or neither, and what
 * is unknown.
 */
function describeBothClassesHeadline(answer: Answer): string | Verdict {
  if (!answer.outcomes.some(isRowCompared))
    return `${capitalise(describeWhyNothingCompared(answer))}; nothing is compared.`;
  const lead = hasRandomisedComparison(answer) ? "" : onlyApart;
  const isOfHarms = hasHarmsOnly(answer);
  const rows = answer.outcomes.filter(({ role }) => role === "headline-harm");
  if (rows.length < 2 || !rows.some(isRowByTrial)) {
    const unknown = isOfHarms ? "Which is safer" : "Which responds more often, or is safer,";
    return joinBySpaces([lead, `${unknown} is unknown.`]);
  }
  const last = `Which is ${isOfHarms ? "safer" : "better"} is unknown.`;
  const written = [false, true].map((isWhole) => describeHarms(rows, answer, isWhole));
  const isShort = (harms: string) => `${lead} ${harms} ${last}`.split(" ").length <= mostWords;
  return { lead, harms: written.find(isShort) ?? "", last };
}

/** Returns "By trial, severe CRS 5–6, once 35, v 0–1 of 100; severe infection 6–38 v 36–45."; `isWhole` has no odd rate. */
function describeHarms(rows: readonly Row[], { query }: Answer, isWhole: boolean): string {
  const first = rows.find(isRowByTrial);
  const texts = rows.map((row) => {
    const unit = row === first ? " of 100" : "";
    return `${uncapitalise(row.label)} ${describeHarm(row, isWhole, unit)}`;
  });
  return `${nameByTrial(query)}, ${joinBySemicolons(texts)}.`;
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

/** Returns the headline where only one class has a trial, without numbers: "Talquetamab only: no CAR-T trial here.". */
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
  const named = answer.outcomes.filter(hasHeadlineRole);
  const rows = named.length > 0 ? named : answer.outcomes.slice(0, 1);
  const unreportedRows = rows.filter(({ status }) => status?.code === "not-reported");
  const missing = groupBy(unreportedRows, (row) => nameGap(findGapOfRow(row))).map(
    (of) =>
      `${of.map(({ label }) => uncapitalise(label)).join(", ")} ${nameGap(findGapOfRow(of[0]))}`,
  );
  const noun = chooseStudyWord(query);
  return `${side} only: ${joinBySemicolons([`no ${classAdjective[other]} ${noun} here`, ...missing])}.`;
}

/** Tells whether a randomised trial of one class against the other is among the results of others. */
function hasRandomisedComparison({ outcomes }: Answer): boolean {
  return outcomes.some(({ headToHead }) =>
    headToHead.some(({ design }) => design === "randomised"),
  );
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
