/**
 * The statement of an answer: what its verdict, its rows, sides and differences are and say. It is made
 * from a full answer; screens, tables and pictures draw it and decide nothing, so all show the same
 * digits. It is small enough to be embedded in a page.
 */
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { rangeText } from "../words/range-text.ts";
import { rateOf100 } from "../words/rates.ts";
import { capitalised } from "../words/sentences.ts";
import type { Noun } from "../words/told.ts";
import { askedOf } from "./asked.ts";
import { type Chip, chipValues } from "./chips.ts";
import { namedProduct } from "./products.ts";
import { type RowStatement, rowStatement } from "./row.ts";
import {
  areSingleArm,
  isOfTreated,
  nounOf,
  outcomeToTell,
  type StatedCertainty,
  statedCertainty,
} from "./told.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface Statement {
  canonical: string;
  /** As in the data, `2026-11-20`: a text in the reader's words cannot be counted with. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
  verdict: Verdict;
  /** The outcome whose rates are drawn below the verdict; `null` if it has none. */
  told: string | null;
  /** Whom these rates count: "of 100 infused"; empty without a told outcome. */
  counted: Record<TherapyClass, string>;
  /** What they are of all whose cells were collected, where that is known. */
  collected: string;
  /** The certainty below the rates. Rows show their own only if it differs. */
  stated: StatedCertainty | null;
  /** The same in words, with its main reason. */
  certainty: string;
  /** Who was in these trials: after BCMA therapy, the earlier therapy by kind; else the ages. */
  patients: string;
  /** The evidence that was asked for, where "More" has filters; else empty. */
  asked: string;
  /** What each class is called above its column: its only product, if all rows have the same one. */
  names: Record<TherapyClass, string>;
  chips: readonly Chip[];
  /** Which pooled products only one region has approved; empty if the question names a region. */
  oneRegion: string;
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowStatement[];
  cohorts: Record<TherapyClass, number>;
  cautions: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  review: string;
}

export function statementOf(comparison: Comparison, strings: ScreenWords): Statement {
  const { outcomes, selection, query } = comparison;
  const stated = statedCertainty(outcomes);
  const chips = chipValues(comparison, strings);
  const names = namesOf(outcomes, strings);
  const rows = outcomes.map((row) =>
    rowStatement(row, {
      strings,
      query,
      selected: selection.cohorts,
      stated,
      agesApart: areAgesApart(selection),
    }),
  );
  const told = outcomeToTell(outcomes);
  return {
    canonical: comparison.canonical,
    dataDate: comparison.dataDate,
    dataVersion: comparison.dataVersion,
    answerVersion: comparison.answerVersion,
    verdict: verdictOf(comparison, strings),
    told: told?.outcome ?? null,
    counted: countedOf(told, strings),
    collected: collectedOf(told, nounOf(query), strings),
    stated,
    certainty:
      stated === null
        ? ""
        : strings.verdict.certainty(
            capitalised(strings.certainty[stated]),
            nounOf(query),
            areSingleArm(outcomes),
          ),
    patients: patientsOf(comparison, strings),
    asked: chips.some(({ name, changed }) => name === "more" && changed)
      ? `${askedOf(comparison, strings).join(" · ")}.`
      : "",
    names,
    oneRegion: textOf(comparison, "one-region"),
    reset: selection.reset,
    chips,
    rows,
    cohorts: selection.cohorts,
    cautions: comparison.cautions
      .filter(({ code }) => code !== "one-region" && code !== "kinds-enrolled")
      .map(({ text }) => text),
    review: comparison.review.status === "reviewed" ? "" : strings.notReviewed,
  };
}

/** The cautions that stand beside the verdict. */
function textOf({ cautions }: Comparison, caution: "one-region" | "kinds-enrolled"): string {
  return cautions
    .filter(({ code }) => code === caution)
    .map(({ text }) => text)
    .join(" ");
}

function countedOf(
  told: OutcomeComparison | undefined,
  { countedOf: words }: ScreenWords,
): Statement["counted"] {
  const of = (group: TherapyClass) =>
    told ? words[isOfTreated(told.pools[group]) ? group : "others"] : "";
  return { "car-t": of("car-t"), bsab: of("bsab") };
}

function collectedOf(
  told: OutcomeComparison | undefined,
  noun: Noun,
  strings: ScreenWords,
): string {
  const known = told?.pools["car-t"].enrolled?.collected;
  if (!told || !known) return "";
  const rate = ({ events, n }: typeof known.infused) => rateOf100(events / n, 0, strings.numbers);
  return strings.verdict.collected(noun, rate(known.infused), rate(known.collected), known.trials);
}

function patientsOf(comparison: Comparison, strings: ScreenWords): string {
  const { query, selection } = comparison;
  const { "car-t": carT, bsab } = selection.medianAges;
  const kinds = textOf(comparison, "kinds-enrolled");
  if (kinds !== "" || carT === null || bsab === null) return kinds;
  const text = ({ lowest: min, highest: max }: typeof carT) =>
    min === max ? strings.numbers.plain(min) : rangeText({ min, max }, strings);
  return strings.verdict.ages(nounOf(query), text(carT), text(bsab), areAgesApart(selection));
}

/** All median ages of one class are below those of the other: age and class cannot be told apart. */
function areAgesApart({ medianAges }: Pick<Comparison["selection"], "medianAges">): boolean {
  const { "car-t": carT, bsab } = medianAges;
  if (carT === null || bsab === null) return false;
  return carT.highest < bsab.lowest || bsab.highest < carT.lowest;
}

function namesOf(
  outcomes: readonly OutcomeComparison[],
  { className, headline }: ScreenWords,
): Statement["names"] {
  const nameOf = (group: TherapyClass) => {
    const pools = outcomes.map(({ pools }) => pools[group]).filter(({ k }) => k > 0);
    const [only, another] = new Set(pools.map((pool) => namedProduct(pool, headline)));
    return (another === undefined && only) || className[group];
  };
  return { "car-t": nameOf("car-t"), bsab: nameOf("bsab") };
}
