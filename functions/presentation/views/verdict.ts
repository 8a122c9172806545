/**
 * The verdict: what randomised trials showed, where they lead; else in two clauses what separate trials saw of
 * one benefit, and the two harms of every headline, each with how sure it is. It says what was reported, never what to do.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { askedRegions } from "#core/evidence/regimen-labels.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { type DifferenceNumbers, differenceOf, whyNoDifference } from "../row/difference.ts";
import {
  anyPool,
  displayedRateOf,
  headlineOutcome,
  isCompared,
  numbersApart,
} from "../row/figures.ts";
import { namesInRow } from "../row/products.ts";
import { randomisedHeadline } from "../row/randomised-trials.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses, sentence, uncapitalised } from "../words/sentences.ts";

export interface Verdict {
  /** "More responded after CAR-T; unclear in 4 of 5 checks." */
  lead: string;
  /** "More severe CRS; holds in all 5 checks. Severe infection: unclear."; empty if none was asked for. */
  harms: string;
}

export function verdictOf(answer: Answer): Verdict {
  const { outcomes, selection } = answer;

  const headline = headlineOutcome(outcomes);
  const harms = outcomes.filter((row) => row.role === "headline-harm" && row !== headline);
  // Where a class has no trial, the notice above the rows says so.
  const isOneSided = therapyClasses.some((group) => selection.cohorts[group] === 0);
  const isAnyCompared = outcomes.some(isCompared);
  const unlabelled = unlabelledText(answer);
  const randomised = randomisedHeadline(answer);
  if (randomised) {
    return { lead: [randomised, unlabelledSentence(answer)].filter(Boolean).join(" "), harms: "" };
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
  const { verdict } = screen;
  const numbers = differenceOf(row);
  if (numbers) {
    const status = statusOf(row);
    const finding = numbers.includesZero
      ? verdict.without([row.label], status)
      : differenceText(row, numbers);
    return [finding, sentenceOf(onlyAfter(answer))].filter(Boolean).join(" ");
  }
  const isBoth = therapyClasses.every((group) => displayedRateOf(row, group) !== null);
  const both = { "car-t": null, bsab: null };
  const why = isBoth ? whyNoDifference(row, answer, both) : "";
  return `${joinedClauses([ratesText(row), onlyAfter(answer), verdict.notCompared(why)])}.`;
}

/** How many of the patients had the one kind of earlier therapy that was asked for, where not all had it. */
function onlyAfter({ notes }: Answer): string {
  const note = notes.find((one) => one.code === "after-kinds");
  if (note?.kinds.length !== 1) return "";
  const printed = note.counted.flatMap((one) => one.printed);
  return screen.verdict.onlyHad(printed.filter(({ n, of }) => n !== null && n !== of));
}

/**
 * "94 of 100 responded after cilta-cel, 71 after talquetamab": of the sides that have a number. Of one
 * trial each of two products each has its own: their pool would stand for neither.
 */
function ratesText(row: Row): string {
  const { verdict } = screen;
  const { carT, bsab } = namesIn(row);
  const names = { "car-t": carT, bsab: bsab ?? verdict.bispecific };
  const isCounts = row.shownAs === "counts";
  const sides = therapyClasses.flatMap((group) =>
    numbersApart(row, group).map(({ estimate, events, n, product }) => ({
      rate: isCounts ? screen.named.count(events, n) : rateOf100(estimate),
      name: product === null ? names[group] : productName(product),
    })),
  );
  return verdict.rates(row.phrase, sides, isCounts);
}

/** "No EU label found for a bispecific after 1 line."; empty where each side has a labelled regimen. */
export function unlabelledSentence(answer: Answer): string {
  return sentenceOf(unlabelledText(answer));
}

/** Which side has no trial because no regimen of it is labelled where it was asked; empty if none. */
function unlabelledText({ notes, query, selection }: Answer): string {
  const note = notes.find((one) => one.code === "no-label");
  const sides = (note?.sides ?? []).filter(
    ({ therapyClass }) => selection.cohorts[therapyClass] === 0,
  );
  if (sides.length === 0) return "";
  const names = { "car-t": screen.verdict.carT, bsab: screen.verdict.bispecific };
  const isWhole = sides.length === therapyClasses.length;
  return screen.verdict.noLabel(
    askedRegions(query),
    isWhole ? [] : sides.map(({ therapyClass }) => names[therapyClass]),
    query.lines,
  );
}

/** "More responded after CAR-T; unclear in 4 of 5 checks." */
function differenceText(row: Row, numbers: DifferenceNumbers): string {
  const { verdict } = screen;
  const { difference } = numbers;
  const phrase = phraseOf(row, numbers);
  return verdict.difference(difference > 0, phrase, afterText(row), statusOf(row));
}

/** "after CAR-T", "after cilta-cel than after teclistamab" */
function afterText(row: Row): string {
  const { carT, bsab } = namesIn(row);
  return screen.verdict.after(carT, bsab);
}

function sentenceOf(text: string): string {
  return text && sentence(text);
}

/** In a headline the name of the outcome stands before it, so "difference" is not said. */
function statusOf({ status }: Row): string {
  if (status === null) return "";
  return status.code === "unclear" ? screen.verdict.unclear : screen.status(status);
}

/**
 * The harms that every headline tells, each with how sure it is: "More severe CRS; holds in all 5 checks.
 * Severe infection: unclear." Never one chosen by its checks: that flips between neighbouring questions.
 *
 * @param lead The row of the clause before, which has said after what.
 */
function harmsText(harms: readonly Row[], lead: Row | undefined): string {
  const { verdict } = screen;
  const isDifferent = lead !== undefined && differenceOf(lead)?.includesZero === false;
  const said = isDifferent ? afterText(lead) : "";
  // What was counted is said with the first status.
  const statusIn = (row: Row) =>
    isDifferent ? statusOf(row).replace(/ checks?$/, "") : statusOf(row);
  const clauses = harms.map((row) => {
    const numbers = differenceOf(row);
    if (!numbers || numbers.includesZero) return { row, status: statusIn(row) };
    const after = afterText(row);
    return {
      text: verdict.difference(
        numbers.difference > 0,
        phraseOf(row, numbers),
        after === said ? "" : after,
        statusIn(row),
      ),
    };
  });
  const [first, second] = clauses;
  // Two harms of which the same is to be said share a sentence.
  if (first?.row && second?.row && first.status === second.status) {
    return verdict.without([first.row.label, uncapitalised(second.row.label)], first.status);
  }
  return clauses
    .map(({ text, row, status }) => text ?? verdict.without([row.label], status))
    .join(" ");
}

/** "More severe CRS" needs no verb; "Fewer had severe CRS" and "More had a severe infection" do. */
function phraseOf({ phrase }: Row, { difference }: DifferenceNumbers): string {
  return difference > 0 ? phrase.replace(/^had (?!an? )/, "") : phrase;
}

/** Why the verdict has no outcome to tell of. */
function whyNoHeadline({ outcomes }: Answer): string {
  if (outcomes.some(({ role }) => role === "response")) return screen.headline.noResponse;
  return anyPool(outcomes) ? screen.headline.notCompared : screen.headline.noNumber;
}

/** Bispecifics are named only if another name than that of their class is needed. */
function namesIn(row: Row) {
  const { carT, bispecific } = screen.verdict;
  const { "car-t": first, bsab } = namesInRow(row, { "car-t": carT, bsab: bispecific });
  return { carT: first, bsab: bsab === bispecific ? null : bsab };
}
