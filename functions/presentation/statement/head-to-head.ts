/** Results of studies that set treatments against each other, as printed. */

import type { ComparisonRow, ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { eventOf } from "#core/others/head-to-head.ts";
import type { ComparedWords } from "../words/catalogue.ts";

/** `CAR-T: 90 of 696, 12.9 %; CAR-T against Bispecific antibody: hazard ratio 0.52 (0.4 to 0.67); fewer deaths with CAR-T; …`. */
export function comparedText(
  row: ComparisonRow,
  outcomeLabel: (id: string) => string,
  words: ComparedWords,
): string {
  const { of, against, events, n, percentPrinted, medianMonths, interval, effect, favours } = row;
  const range = interval === null ? "" : words.interval(interval[0], interval[1]);
  const named = (side: "of" | "against") => (side === "of" ? of : (against ?? of)).label;
  const own = [
    events !== null && n !== null && words.counted(events, n),
    percentPrinted !== null &&
      `${words.percent(percentPrinted)}${medianMonths === null ? range : ""}`,
    medianMonths !== null && `${words.median(medianMonths)}${range}`,
  ].filter((text) => text !== false);
  const found = [
    effect !== null && words.effect(effect),
    effect !== null && directionOf(row, effect, outcomeLabel(row.outcome), named("of"), words),
    favours !== null && words.favours(named(favours)),
    row.k !== null && words.summarised(row.k),
    row.p !== null && words.p(row.p),
  ].filter(Boolean);
  const sides = against === null ? of.label : words.against(of.label, against.label);
  // A rate is that of its own side, whatever the side was set against.
  const said = [
    own.length > 0 && `${of.label}: ${own.join(", ")}`,
    found.length > 0 && (own.length > 0 && against === null ? "" : `${sides}: `) + found.join("; "),
    own.length + found.length === 0 && `${sides}: ${words.notPrinted}`,
  ];
  return said.filter(Boolean).join("; ");
}

/** Of which there is more or less with the side whose figure it is; empty where that is open. */
function directionOf(
  { outcome }: ComparisonRow,
  { measure, value, interval, moreEventsAbove }: NonNullable<ComparisonRow["effect"]>,
  name: string,
  side: string,
  words: ComparedWords,
): string {
  const neutral = measure === "risk-difference" ? 0 : 1;
  const isOpen = interval !== null && interval[0] <= neutral && interval[1] >= neutral;
  if (isOpen || value === neutral) return "";
  const isMore = value > neutral === (moreEventsAbove === "of");
  return words.direction(eventOf(outcome), name, isMore, side);
}

/** The hazard ratios of trials that drew lots, if one of their arms is in the answer. */
export function randomisedOf(
  tables: readonly ComparisonTable[],
  included: readonly { readonly cohort: string }[],
  families: readonly string[],
) {
  const isIn = ({ of }: ComparisonRow) =>
    included.some(({ cohort }) => of.cohorts.includes(cohort));
  return tables
    .filter(({ design }) => design === "randomised")
    .flatMap(({ study, rows }) => rows.map((row) => ({ study, row })))
    .filter(
      ({ row }) =>
        row.effect?.measure === "hazard-ratio" && families.includes(row.outcome) && isIn(row),
    );
}

/** Of the studies that are relevant, those that drew lots first; the others keep their order. */
export function randomisedFirst(tables: readonly ComparisonTable[]): ComparisonTable[] {
  const order = ({ design }: ComparisonTable) => (design === "randomised" ? 0 : 1);
  return [...tables].sort((a, b) => order(a) - order(b));
}

/** How the study compared, and what it did not say of myeloma alone; empty if neither is to be said. */
export function comparedRemarks({ study }: ComparisonTable, words: ComparedWords): string {
  return [
    study.disease === "mixed" && words.mixed,
    study.method !== null && words.method(study.method),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The sources of a study, once each. */
export function comparedSources({ rows }: ComparisonTable) {
  const all = rows.flatMap(({ source }) => source ?? []);
  return [...new Map(all.map((source) => [source.citation, source])).values()];
}
