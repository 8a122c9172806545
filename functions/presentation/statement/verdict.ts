/**
 * The verdict, in two clauses: what separate trials saw of one benefit, and the harm whose difference
 * stays clear of 0 in most checks. It says what was reported, never what to do.
 */
import type { Answer, Row } from "#core/answer/answer.ts";
import { askedRegions } from "#core/evidence/regimen-labels.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { type DifferenceNumbers, differenceOf, whyNoDifference } from "./difference.ts";
import { anyPool, displayedRateOf, headlineOutcome } from "./figures.ts";
import { nameOfClass } from "./products.ts";
import { spreadOf } from "./side.ts";

export interface Verdict {
  /** "More responded after CAR-T, but not firmly (1 of 4 checks)." */
  lead: string;
  /** "More had severe CRS (4 of 4 checks; 5–35 of 100 by trial)."; empty if no harm was asked for. */
  harms: string;
}

export function verdictOf(answer: Answer, words: Pick<Catalogue, "screen">): Verdict {
  const { outcomes, query, selection } = answer;
  const { screen: strings } = words;
  const noun = studyWordOf(query);
  const headline = headlineOutcome(outcomes);
  // Relapse, bridging and, by themselves, deaths are no harms of a therapy that a verdict compares.
  const harms = outcomes.some(({ group }) => group === "toxicity")
    ? outcomes.filter(
        (row) => row.direction === "harm" && row.group !== "efficacy" && row !== headline,
      )
    : [];
  // Where a class has no trial, the notice above the rows says so.
  const isOneSided = therapyClasses.some((group) => selection.cohorts[group] === 0);
  const unlabelled = unlabelledText(answer, strings);
  return {
    lead: unlabelled
      ? `${[unlabelled, headline && ratesText(headline, strings)].filter(Boolean).join("; ")}.`
      : headline
        ? leadOf(headline, answer, words)
        : whyNoHeadline(answer, strings),
    harms: harms.length === 0 || isOneSided ? "" : harmsOf(harms, noun, strings),
  };
}

function leadOf(row: Row, answer: Answer, words: Pick<Catalogue, "screen">): string {
  const { screen: strings } = words;
  const { verdict } = strings;
  const numbers = differenceOf(row);
  if (numbers) {
    const { carT, bsab } = namesIn(row, strings);
    const said = numbers.includesZero
      ? verdict.open(row.phrase, carT, bsab ?? verdict.bispecific)
      : clause(row, numbers, studyWordOf(answer.query), strings);
    return `${[said, onlyAfter(answer, strings)].filter(Boolean).join("; ")}.`;
  }
  const isBoth = therapyClasses.every((group) => displayedRateOf(row, group) !== null);
  const both = { "car-t": null, bsab: null };
  const why = isBoth ? whyNoDifference(row, answer, both, words) : "";
  return `${[ratesText(row, strings), onlyAfter(answer, strings), verdict.notCompared(why)]
    .filter(Boolean)
    .join("; ")}.`;
}

/** How many of the patients had the one kind of earlier therapy that was asked for, where not all had it. */
function onlyAfter({ notes }: Answer, { verdict }: ScreenWords): string {
  const note = notes.find((one) => one.code === "after-kinds");
  if (note?.kinds.length !== 1) return "";
  const printed = note.counted.flatMap((one) => one.printed);
  return verdict.onlyHad(printed.filter(({ n, of }) => n !== null && n !== of));
}

/**
 * "94 of 100 responded after cilta-cel, 71 after talquetamab": of the sides that have a number. Of one
 * trial each of two products each has its own: their pool would stand for neither.
 */
function ratesText(row: Row, strings: ScreenWords): string {
  const { verdict, numbers } = strings;
  const { carT, bsab } = namesIn(row, strings);
  const names = { "car-t": carT, bsab: bsab ?? verdict.bispecific };
  const sides = therapyClasses.flatMap((group) => {
    const shown = displayedRateOf(row, group);
    if (!shown) return [];
    const [one, other, ...more] = row.pools[group].studies;
    const isOfTwo = one && other && more.length === 0 && one.product !== other.product;
    const said = isOfTwo
      ? [one, other].map(({ estimate, product }) => ({ estimate, name: productName(product) }))
      : [{ estimate: shown.estimate, name: names[group] }];
    return said.map(({ estimate, name }) => ({ rate: rateOf100(estimate, 0, numbers), name }));
  });
  return verdict.rates(row.phrase, sides);
}

/** Which side has no trial because no regimen of it is labelled where it was asked; empty if none. */
function unlabelledText({ notes, query, selection }: Answer, { verdict }: ScreenWords): string {
  const note = notes.find((one) => one.code === "no-label");
  const sides = (note?.sides ?? []).filter(
    ({ therapyClass }) => selection.cohorts[therapyClass] === 0,
  );
  if (sides.length === 0) return "";
  const names = { "car-t": verdict.carT, bsab: verdict.bispecific };
  const isWhole = sides.length === therapyClasses.length;
  return verdict.noLabel(
    askedRegions(query),
    isWhole ? [] : sides.map(({ therapyClass }) => names[therapyClass]),
    query.lines,
  );
}

/** "More responded after CAR-T, but not firmly (1 of 4 checks)", without its end. */
function clause(
  row: Row,
  numbers: DifferenceNumbers,
  noun: StudyWord,
  strings: ScreenWords,
): string {
  const { carT, bsab } = namesIn(row, strings);
  const { difference, asked, holds, contrast } = numbers;
  const { studies } = row.pools["car-t"];
  const spread = row.direction === "harm" ? spreadOf(studies, strings) : null;
  return strings.verdict.clause({
    noun,
    isMore: difference > 0,
    phrase: row.phrase,
    name: carT,
    than: bsab,
    checks: contrast.checks === null ? null : [holds, asked],
    spread,
  });
}

/** The harm that most checks keep, then the one with the larger difference. */
function harmsOf(harms: readonly Row[], noun: StudyWord, strings: ScreenWords): string {
  const { verdict } = strings;
  const compared = harms.flatMap((row) => {
    const numbers = differenceOf(row);
    return numbers ? [{ row, numbers }] : [];
  });
  const [most] = compared
    .filter(({ numbers }) => !numbers.includesZero)
    .sort(
      (a, b) =>
        b.numbers.holds - a.numbers.holds ||
        Math.abs(b.numbers.difference) - Math.abs(a.numbers.difference),
    );
  if (most) return `${clause(most.row, most.numbers, noun, strings)}.`;
  return compared.length > 0 ? verdict.harmsOpen : verdict.noHarms;
}

/** Why the verdict has no outcome to tell of. */
function whyNoHeadline({ outcomes }: Answer, { headline }: ScreenWords): string {
  if (outcomes.some(({ role }) => role === "response")) return headline.noResponse;
  return anyPool(outcomes) ? headline.notCompared : headline.noNumber;
}

/** Bispecifics are named only if another name than that of their class is needed. */
function namesIn({ pools }: Row, { headline, verdict }: ScreenWords) {
  const bsab = nameOfClass(pools.bsab, verdict.bispecific, headline);
  return {
    carT: nameOfClass(pools["car-t"], verdict.carT, headline),
    bsab: bsab === verdict.bispecific ? null : bsab,
  };
}
