/** A wanted figure as lines for the terminal, in the words of the screen. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { Cohort } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { isNotRepresented, nameOfClass, productsText } from "#presentation/statement/products.ts";
import { shownDifference, shownRate } from "#presentation/statement/shown-numbers.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { differenceWords, rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { outcomeWithWords } from "#presentation/words/with-words.ts";
import type { Plausible } from "./plausible.ts";
import type { Gain, Together, Wanted } from "./ranking.ts";
import type { ToOpen } from "./to-open.ts";

type File = Pick<Cohort, "id" | "figures" | "landmarks">;

/** @param file The cohort as it stands in its file. */
export function wantedLines(
  rank: number,
  { query, outcome, cohort, standing, figure, before, after, gain }: Wanted,
  { question, file, open }: { question: string; file: File; open: readonly ToOpen[] },
  words: Catalogue,
): string[] {
  // The class of the cohort and the difference, as the screen has them.
  const said = (coded: typeof before) => {
    const row = outcomeWithWords(coded, { query, groups }, words);
    return `${sideText(row, cohort.therapyClass, words)}; ${differenceText(row, words)}`;
  };
  const stands = outcomeWithWords(before, { query, groups }, words).pools[
    cohort.therapyClass
  ].notPooled.find((one) => one.cohort === cohort.id);
  return [
    `${rank}. ${cohort.id}, ${outcome.id} (${question}): ${gainText(gain)}`,
    `   has   ${[standingText(standing), stands?.reason].filter(Boolean).join(": ")}`,
    ...open.map(openLine),
    `   fill  ${fieldsText(file, outcome.id)}`,
    `   now   ${said(before)}`,
    `   then  ${said(after)} (tried with ${figureText(figure)})`,
  ];
}

/** Both classes of a row that several figures together open. */
export function togetherLine(
  { tried, after }: Together,
  question: string,
  words: Catalogue,
): string {
  const [first] = tried;
  if (!first) return "";
  const { query, outcome } = first;
  const row = outcomeWithWords(after, { query, groups }, words);
  const sides = groups.map((group) => sideText(row, group, words)).join("; ");
  const cohorts = tried.map(({ cohort }) => cohort.id).join(" + ");
  return `${outcome.id} (${question}): ${cohorts}: ${sides}; ${differenceText(row, words)}`;
}

function openLine({ name, address, free, look }: ToOpen): string {
  const said = [name + (free ? ", free" : ""), address, look && `(${look})`];
  return `   open  ${said.filter(Boolean).join(" ")}`;
}

function gainText({ compared, numbered, product, points, patients }: Gain): string {
  return [
    compared && "the row is compared",
    numbered && !compared && "a class has a number",
    product !== null && `${productName(product)} is in the row`,
    points > 0 && `${points} points`,
    `${patients} patients more`,
  ]
    .filter(Boolean)
    .join(", ");
}

type Counts = Pick<Wanted["standing"], "events" | "n" | "percentPrinted">;

function standingText({ events, n, percentPrinted }: Counts): string | null {
  const patients = n ?? "unknown";
  if (events !== null) return `${events} of ${patients}`;
  return percentPrinted === null ? null : `${Number(percentPrinted.toFixed(1))} % of ${patients}`;
}

function figureText({ events, n, share, basis, range }: Plausible): string {
  const number = events === null ? `${rateOf100(share)} % of ${n}` : `${events} of ${n}`;
  return `${number}: ${basis}${range === null ? "" : `, as ${range.join(" to ")} do`}`;
}

/** Where the figure goes: the place of what stands there, or the end of the list. */
function fieldsText({ id, figures, landmarks }: File, outcome: string): string {
  const [family, month] = [familyOf(outcome), monthOf(outcome)];
  const measured = "n, population, cut, source, locator";
  if (family !== null) {
    const place = landmarks.findIndex(
      (one) => one.family === family && one.month === month && one.cut === "primary",
    );
    return `data/cohorts/${id}.json landmarks[${at(place)}]: family ${family}, month ${month}, survival, interval, atRisk, ${measured}`;
  }
  const place = figures.findIndex((one) => one.outcome === outcome && one.cut === "primary");
  return `data/cohorts/${id}.json figures[${at(place)}]: outcome ${outcome}, events, ${measured}`;
}

function at(place: number): string {
  return place < 0 ? "" : String(place);
}

function sideText(
  { pools }: OutcomeComparison,
  group: TherapyClass,
  { report, screen }: Catalogue,
): string {
  const pool = pools[group];
  const name = report.className[group];
  if (isNotRepresented(pool)) return `${name}: ${productsText(pool, screen)}`;
  const shown = shownRate(pool);
  if (shown === null) return `${name}: no number`;
  const number = `${rateOf100(shown.estimate, 0, screen.numbers)} ${screen.of100}`;
  return `${nameOfClass(pool, name, screen.headline)} ${number} ${rangeOf100(shown.interval, screen.numbers)}`;
}

function differenceText(row: OutcomeComparison, { screen }: Catalogue): string {
  const shown = shownDifference(row);
  if (shown === null) return "not compared";
  const { amount, range } = differenceWords(shown.difference, shown.interval, screen);
  return `${amount} ${screen.of100} with CAR-T (${range})`;
}
