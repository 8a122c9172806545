/**
 * Writes the verdict: what randomised trials showed, if they lead; otherwise, in two clauses, what separate trials saw
 * of one benefit, and the two harms of every headline, each with its certainty. It states what was reported, never what
 * to do.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { chosenRegions } from "#core/evidence/regimen-labels.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { differenceOf, whyNoDifference } from "../row/difference.ts";
import {
  anyPool,
  displayedRateOf,
  headlineOutcome,
  isCompared,
  numbersOfClass,
} from "../row/figures.ts";
import { countOf } from "../row/plotted.ts";
import { namesInRow } from "../row/products.ts";
import { randomisedHeadline } from "../row/randomised-trials.ts";
import { withYours } from "../words/added.ts";
import { listText } from "../words/counts.ts";
import { afterLines, regionList } from "../words/labels.ts";
import { onlyHad } from "../words/patient-codes.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { statusText } from "../words/row-status.ts";
import { joinedClauses, sentence, uncapitalised, withSpaces } from "../words/sentences.ts";

export interface Verdict {
  /** States the benefit, as in "More responded after CAR-T; unclear in 4 of 5 checks.". */
  lead: string;
  /**
   * States the harms, as in "More severe CRS; holds in all 5 checks. Severe infection: unclear."; empty if the question
   * asks for none.
   */
  harms: string;
}

/** Names the classes in a headline. */
const classNames = { "car-t": "CAR-T", bsab: "a bispecific" };

export function verdictOf(answer: Answer): Verdict {
  const verdict = verdictOfNumbers(answer);
  return answer.added
    ? { ...verdict, lead: `${withYours}${uncapitalised(verdict.lead)}` }
    : verdict;
}

function verdictOfNumbers(answer: Answer): Verdict {
  const { outcomes, selection } = answer;

  const headline = headlineOutcome(outcomes);
  const harms = outcomes.filter((row) => row.role === "headline-harm" && row !== headline);
  // The notice above the rows states which class has no trial.
  const isOneSided = therapyClasses.some((group) => selection.cohorts[group] === 0);
  const isAnyCompared = outcomes.some(isCompared);
  const unlabelled = unlabelledText(answer);
  const randomised = randomisedHeadline(answer);
  if (randomised) {
    return { lead: withSpaces([randomised, unlabelledSentence(answer)]), harms: "" };
  }
  return {
    lead: unlabelled
      ? `${joinedClauses([unlabelled, headline && ratesText(headline)])}.`
      : headline
        ? leadOf(headline, answer)
        : whyNoHeadline(answer),
    harms: isOneSided || !isAnyCompared ? "" : harmsText(harms, headline),
  };
}

function leadOf(row: Row, answer: Answer): string {
  const numbers = differenceOf(row);
  if (numbers) {
    const status = statusOf(row);
    const finding = numbers.includesZero
      ? withoutDifference([row.label], status)
      : differenceText(row, numbers.difference, afterText(row), status);
    return withSpaces([finding, sentenceOf(onlyAfter(answer))]);
  }
  const isBoth = therapyClasses.every((group) => displayedRateOf(row, group) !== null);
  const noRates = { "car-t": null, bsab: null };
  const why = isBoth ? whyNoDifference(row, answer, noRates) : "";
  const end = why ? `not compared: ${why}` : "nothing is compared here";
  return `${joinedClauses([ratesText(row), onlyAfter(answer), end])}.`;
}

/**
 * States the number of patients with the one kind of earlier therapy that the question asks for; empty if all patients
 * had it.
 */
function onlyAfter({ notes }: Answer): string {
  const note = notes.find((entry) => entry.code === "after-kinds");
  if (note?.kinds.length !== 1) return "";
  const printed = note.counted.flatMap((trial) => trial.printed);
  return onlyHad(printed.filter(({ n, of }) => n !== null && n !== of));
}

/**
 * Returns text such as "94 of 100 responded after cilta-cel, 71 after talquetamab", with the sides that have a number.
 * If a side has one trial each of two products, each product has its own number, because their pool would describe
 * neither.
 */
function ratesText(row: Row): string {
  const names = namesInRow(row, classNames);
  const isCounts = row.numberForm === "counts";
  const sides = therapyClasses.flatMap((group) =>
    numbersOfClass(row, group).map((side) => ({
      rate: isCounts ? countOf(side) : rateOf100(side.estimate),
      name: side.product === null ? names[group] : productName(side.product),
    })),
  );
  // Only the first rate names its denominator and outcome, because the others share both.
  const what = `${isCounts ? "" : " of 100"} ${row.phrase}`;
  return sides
    .map(({ rate, name }, index) => `${rate}${index > 0 ? "" : what} after ${name}`)
    .join(", ");
}

/**
 * Returns text such as "No EU label found for a bispecific after 1 line."; empty if each side has a labelled regimen.
 */
export function unlabelledSentence(answer: Answer): string {
  return sentenceOf(unlabelledText(answer));
}

/** Names the classes without a trial because no regimen is labelled in the regions of the question; empty if there are none. */
function unlabelledText({ notes, query, selection }: Answer): string {
  const note = notes.find((entry) => entry.code === "no-label");
  const sides = (note?.sides ?? []).filter(
    ({ therapyClass }) => selection.cohorts[therapyClass] === 0,
  );
  if (sides.length === 0) return "";
  const isWhole = sides.length === therapyClasses.length;
  const names = sides.map(({ therapyClass }) => classNames[therapyClass]);
  const classText = isWhole ? "" : ` for ${names.join(" or ")}`;
  return `No ${regionList(chosenRegions(query))} label found${classText}${afterLines[query.lines]}`;
}

/**
 * Returns text such as "More responded after CAR-T; unclear in 4 of 5 checks.".
 *
 * @param after Empty if the clause before already names the side.
 */
function differenceText(row: Row, difference: number, after: string, status: string): string {
  const phrase = phraseOf(row, difference);
  return `${difference > 0 ? "More" : "Fewer"} ${phrase}${after && ` ${after}`}; ${status}.`;
}

/** Returns text such as "Severe infection: unclear.". */
function withoutDifference(labels: readonly string[], status: string): string {
  return `${listText(labels)}: ${status}.`;
}

/**
 * Returns text such as "after CAR-T" or "after cilta-cel than after teclistamab". Bispecifics are named only if they
 * have another name than that of their class.
 */
function afterText(row: Row): string {
  const { "car-t": carT, bsab } = namesInRow(row, classNames);
  return `after ${carT}${bsab === classNames.bsab ? "" : ` than after ${bsab}`}`;
}

function sentenceOf(text: string): string {
  return text && sentence(text);
}

/** Returns the status without the word "difference", because in a headline the outcome stands before it. */
function statusOf({ status }: Row): string {
  if (status === null) return "";
  return status.code === "unclear" ? "unclear" : statusText(status);
}

/**
 * Returns the harms of every headline, each with its certainty: "More severe CRS; holds in all 5 checks. Severe
 * infection: unclear." The harms are never chosen by their checks, because the choice would flip between neighbouring
 * questions.
 *
 * @param lead The row of the clause before, which already names the side.
 */
function harmsText(harms: readonly Row[], lead: Row | undefined): string {
  const isDifferent = lead !== undefined && differenceOf(lead)?.includesZero === false;
  const leadAfter = isDifferent ? afterText(lead) : "";
  // The first status already names checks.
  const statusIn = (row: Row) =>
    isDifferent ? statusOf(row).replace(/ checks?$/, "") : statusOf(row);
  const clauses = harms.map((row) => {
    const numbers = differenceOf(row);
    if (!numbers || numbers.includesZero) return { row, status: statusIn(row) };
    const after = afterText(row);
    return {
      text: differenceText(
        row,
        numbers.difference,
        after === leadAfter ? "" : after,
        statusIn(row),
      ),
    };
  });
  const [first, second] = clauses;
  // Two harms with the same status share a sentence.
  if (first?.row && second?.row && first.status === second.status) {
    return withoutDifference([first.row.label, uncapitalised(second.row.label)], first.status);
  }
  return clauses
    .map(({ text, row, status }) => text ?? withoutDifference([row.label], status))
    .join(" ");
}

/**
 * Returns the phrase of an outcome: "More severe CRS" needs no verb; "Fewer had severe CRS" and "More had a severe
 * infection" do.
 */
function phraseOf({ phrase }: Row, difference: number): string {
  return difference > 0 ? phrase.replace(/^had (?!an? )/, "") : phrase;
}

/** Returns why the verdict has no outcome to report. */
function whyNoHeadline({ outcomes }: Answer): string {
  if (outcomes.some(({ role }) => role === "response")) {
    return "No response rate can be pooled in this selection.";
  }
  return anyPool(outcomes)
    ? "No outcome is compared between the classes."
    : "Nothing can be pooled in this selection.";
}
