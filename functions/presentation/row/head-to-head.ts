/** Results of studies that set treatments against each other, as printed. */

import type { HeadToHead, Row } from "#core/answer/answer.ts";
import type { ComparisonRow, ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { flaws } from "#core/others/doubts.ts";
import { eventOf, flawsOf } from "#core/others/head-to-head.ts";
import { familyOf } from "#data/landmarks.ts";
import { detail } from "../words/detail.ts";
import { printed } from "../words/figures-in-print.ts";
import { compared } from "../words/head-to-head.ts";
import { joinedClauses } from "../words/sentences.ts";
import { survivalNotes } from "../words/survival-notes.ts";
import { printedFigure } from "./printed-figure.ts";

/** `CAR-T: 90 of 696, 12.9 %; CAR-T against Bispecific antibody: hazard ratio 0.52 (0.4 to 0.67); fewer deaths with CAR-T; …`. */
export function comparedText(
  row: ComparisonRow,
  { crossover }: Pick<ComparisonTable, "crossover">,
  outcomeLabel: (id: string) => string,
): string {
  const { of, against, effect, favours } = row;
  const { compared: said } = detail;
  const named = (side: "of" | "against") => (side === "of" ? of : (against ?? of)).label;
  const own = printedFigure(row);
  const found = joinedClauses([
    effect !== null &&
      [
        printed.effect(effect.measure, effect.value, effect.interval),
        ...(isDeathRatio(row) ? crossoverTexts(crossover) : []),
      ].join(" "),
    effect !== null && directionOf(row, effect, outcomeLabel(row.outcome), named("of")),
    favours !== null && said.favours(named(favours)),
    row.k !== null && said.summarised(row.k),
    row.p !== null && said.p(row.p),
  ]);
  const sides = against === null ? of.label : said.against(of.label, against.label);
  // A rate is that of its own side, whatever the side was set against.
  return joinedClauses([
    own.length > 0 && `${of.label}: ${own.join(", ")}`,
    found !== "" && (own.length > 0 && against === null ? "" : `${sides}: `) + found,
    own.length === 0 && found === "" && `${sides}: ${printed.notPrinted}`,
  ]);
}

/** Of which there is more or less with the side whose figure it is; empty where that is open. */
function directionOf(
  { outcome }: ComparisonRow,
  { measure, value, interval, moreEventsAbove }: NonNullable<ComparisonRow["effect"]>,
  name: string,
  side: string,
): string {
  const neutral = measure === "risk-difference" ? 0 : 1;
  const isOpen = interval !== null && interval[0] <= neutral && interval[1] >= neutral;
  if (isOpen || value === neutral) return "";
  const isMore = value > neutral === (moreEventsAbove === "of");
  return compared.direction(eventOf(outcome), name, isMore, side);
}

/** A trial whose control patients were given the product after all says little of deaths without it. */
function isDeathRatio({ outcome, effect }: Pick<ComparisonRow, "outcome" | "effect">): boolean {
  return effect?.measure === "hazard-ratio" && eventOf(outcome) === "death";
}

function crossoverTexts(rows: readonly ComparisonRow[]): string[] {
  return rows.map((row) =>
    survivalNotes.crossover(row.of.label, printedFigure(row), compared.circumstances(row)),
  );
}

/** Whether it is about deaths, and stands with survival without progression only for want of a row. */
export function isOfDeaths({ event }: HeadToHead, { outcome }: Pick<Row, "outcome">): boolean {
  return event === "death" && familyOf(outcome) === "pfs";
}

/** Of the studies that are relevant, those that drew lots first; the others keep their order. */
export function randomisedFirst(tables: readonly ComparisonTable[]): ComparisonTable[] {
  const order = ({ design }: ComparisonTable) => (design === "randomised" ? 0 : 1);
  return [...tables].sort((a, b) => order(a) - order(b));
}

/** What others found who set treatments against each other: one study with its results. */
export interface ComparedStatement {
  readonly id: string;
  readonly label: string;
  /** "randomised · CAR-T against bispecific" */
  readonly kind: string;
  readonly results: readonly string[];
  /** How it compared, what it did not say of myeloma alone, and why it cannot be checked; empty if nothing is to be said. */
  readonly remarks: string;
  /** Once each. */
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

export function comparedStatement(
  table: ComparisonTable,
  outcomeLabel: (id: string) => string,
): ComparedStatement {
  const { study, design, contrast, rows, notReported } = table;
  const { compared: said } = detail;
  return {
    id: study.id,
    label: study.label,
    kind: `${said.design[design]} · ${said.contrast[contrast]}`,
    results: comparedResults(table, outcomeLabel).map(({ text }) => text),
    remarks: [
      notReported.length > 0 && said.notReported(notReported.map(outcomeLabel)),
      study.disease === "mixed" && said.mixed,
      study.method !== null && said.method(study.method),
      ...flaws
        .filter((flaw) => rows.some((row) => flawsOf(row).includes(flaw)))
        .map((flaw) => said.flaw[flaw]),
    ]
      .filter(Boolean)
      .join(" "),
    sources: comparedSources(table).map(({ citation, href }) => ({ citation, href })),
  };
}

/** Its results, each with whether it is of one side alone and sets nothing against anything. */
export function comparedResults(table: ComparisonTable, outcomeLabel: (id: string) => string) {
  return listedIn(table).map((row) => ({
    text: resultText(row, table, outcomeLabel),
    isAlone: row.effect === null && row.favours === null && row.p === null,
  }));
}

/** Without the crossover, if a ratio of deaths says it. */
function listedIn({ rows, crossover }: ComparisonTable): ComparisonRow[] {
  if (crossover.length === 0 || !rows.some(isDeathRatio)) return rows;
  return rows.filter(({ outcome }) => crossover.every((row) => row.outcome !== outcome));
}

/** The sources of which something is said, once each. */
export function comparedSources({ rows, crossover }: ComparisonTable) {
  const sourced = rows.some(isDeathRatio) ? [...rows, ...crossover] : rows;
  const sources = sourced.flatMap(({ source }) => source ?? []);
  return [...new Map(sources.map((source) => [source.citation, source])).values()];
}

export function resultText(
  row: ComparisonRow,
  table: Pick<ComparisonTable, "crossover">,
  outcomeLabel: (id: string) => string,
): string {
  const circumstances = compared.circumstances(row);
  const name = [outcomeLabel(row.outcome), circumstances].filter(Boolean).join(", ");
  return `${name}: ${comparedText(row, table, outcomeLabel)}`;
}
