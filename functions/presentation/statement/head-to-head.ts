/** Results of studies that set treatments against each other, as printed. */

import type { HeadToHead, Row } from "#core/answer/answer.ts";
import type { ComparisonRow, ComparisonTable } from "#core/others/adjusted-comparisons.ts";
import { flaws } from "#core/others/doubts.ts";
import { eventOf, flawsOf } from "#core/others/head-to-head.ts";
import { earlyDeaths } from "#data/collection-vocabulary.ts";
import { familyOf } from "#data/landmarks.ts";
import type { Catalogue, ComparedWords } from "../words/catalogue.ts";
import { printedFigure } from "./printed-figure.ts";

/** `CAR-T: 90 of 696, 12.9 %; CAR-T against Bispecific antibody: hazard ratio 0.52 (0.4 to 0.67); fewer deaths with CAR-T; …`. */
export function comparedText(
  row: ComparisonRow,
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): string {
  const { of, against, effect, favours } = row;
  const { compared: said } = words.detail;
  const named = (side: "of" | "against") => (side === "of" ? of : (against ?? of)).label;
  const own = printedFigure(row, words);
  const found = [
    effect !== null && words.printed.effect(effect.measure, effect.value, effect.interval),
    effect !== null && directionOf(row, effect, outcomeLabel(row.outcome), named("of"), said),
    favours !== null && said.favours(named(favours)),
    row.k !== null && said.summarised(row.k),
    row.p !== null && said.p(row.p),
  ].filter(Boolean);
  const sides = against === null ? of.label : said.against(of.label, against.label);
  // A rate is that of its own side, whatever the side was set against.
  return [
    own.length > 0 && `${of.label}: ${own.join(", ")}`,
    found.length > 0 && (own.length > 0 && against === null ? "" : `${sides}: `) + found.join("; "),
    own.length + found.length === 0 && `${sides}: ${words.printed.notPrinted}`,
  ]
    .filter(Boolean)
    .join("; ");
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

/**
 * "longer without progression 0.26 (0.18–0.38), 0.29 (0.22–0.39; 33.6 months); …": what ratios of one arm
 * against its control say, each finding once with its ratios. Those that count the events of the control
 * are left out.
 */
export function ratioText(
  rows: readonly ComparisonRow[],
  said: Pick<Catalogue["survival"], "finding" | "ratio">,
): string {
  const findings = new Map<string, string[]>();
  for (const { effect, outcome, definition } of rows) {
    if (effect?.moreEventsAbove !== "of") continue;
    const fewer = isFewer({ effect });
    const finding = said.finding(eventOf(outcome), fewer === null ? null : !fewer);
    findings.set(finding, [...(findings.get(finding) ?? []), said.ratio(effect, definition)]);
  }
  return [...findings].map(([finding, ratios]) => `${finding} ${ratios.join(", ")}`).join("; ");
}

/**
 * "death within 6 months: ide-cel 30 of 254, 12 %, standard regimens 9 of 132, 7 %; not reported: …": what
 * a randomised trial printed of the deaths that its hazard ratio does not show, or that it did not.
 */
export function earlyDeathsText(
  { rows, notReported }: ComparisonTable,
  outcomeLabel: (id: string) => string,
  words: Pick<Catalogue, "survival" | "printed">,
): string {
  const { survival: said } = words;
  const reported = earlyDeaths.flatMap((id) => {
    const sides = rows
      .filter(({ outcome }) => outcome === id)
      .map((row) => said.side(row.of.label, printedFigure(row, words)));
    return sides.length > 0 ? [said.early(outcomeLabel(id), sides)] : [];
  });
  const missing = notReported.map(outcomeLabel);
  return [...reported, ...(missing.length > 0 ? [said.notReported(missing)] : [])].join("; ");
}

/** Whether fewer had the event on the side whose ratio it is; `null` where that is open or not known. */
export function isFewer({ effect }: Pick<ComparisonRow, "effect">): boolean | null {
  if (effect?.moreEventsAbove !== "of") return null;
  const { value, interval } = effect;
  const isOpen = interval !== null && interval[0] <= 1 && interval[1] >= 1;
  return isOpen || value === 1 ? null : value < 1;
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
  { study, design, contrast, rows, notReported }: ComparisonTable,
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ComparedStatement {
  const { compared: said } = words.detail;
  const sources = rows.flatMap(({ source }) => source ?? []);
  const once = new Map(sources.map((source) => [source.citation, source]));
  return {
    id: study.id,
    label: study.label,
    kind: `${said.design[design]} · ${said.contrast[contrast]}`,
    results: rows.map((row) => resultText(row, outcomeLabel, words)),
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
    sources: [...once.values()].map(({ citation, href }) => ({ citation, href })),
  };
}

function resultText(
  row: ComparisonRow,
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): string {
  const name = [outcomeLabel(row.outcome), row.definition].filter(Boolean).join(", ");
  return `${name}: ${comparedText(row, outcomeLabel, words)}`;
}

/** The same for a report, which has room for all of them: by kind, with what kind of source it is. */
export interface ComparedAtLength
  extends Omit<ComparedStatement, "sources">,
    Pick<ComparisonTable, "design" | "contrast"> {
  /** What it printed of one side alone; `results` are those of one against the other. */
  readonly alone: readonly string[];
  readonly sources: readonly (ComparedStatement["sources"][number] & { readonly tier: number })[];
}

export function comparedAtLength(
  table: ComparisonTable,
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ComparedAtLength {
  const { design, contrast, rows } = table;
  const textsOf = (own: readonly ComparisonRow[]) =>
    own.map((row) => resultText(row, outcomeLabel, words));
  const sources = new Map(
    rows.flatMap(({ source }) => (source ? [[source.citation, source] as const] : [])),
  );
  return {
    ...comparedStatement(table, outcomeLabel, words),
    design,
    contrast,
    results: textsOf(rows.filter(isOfBoth)),
    alone: textsOf(rows.filter((row) => !isOfBoth(row))),
    sources: [...sources.values()].map(({ citation, href, tier }) => ({ citation, href, tier })),
  };
}

function isOfBoth({ effect, favours, p }: ComparisonRow): boolean {
  return effect !== null || favours !== null || p !== null;
}
