/** What is known by product where a class has no number, in short for a column. */

import type { Pool } from "#core/answer/answer.ts";
import { type Evidence, standIns } from "#core/answer/evidence.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rateOf100 } from "../words/rates.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses, uncapitalised } from "../words/sentences.ts";
import { survivalNotes } from "../words/survival-notes.ts";

/** Figures of products that count the same: they are read together. */
export interface KnownByProduct {
  readonly kind: "month" | "printed" | "broader" | "narrower";
  /** "12–30", the lowest and the highest; where one is a bound "77 or <50", the highest first. */
  readonly number: string;
  /** Names; with a bound those of the two ends, in their order. */
  readonly products: readonly string[];
  readonly isBound: boolean;
  /** What is counted instead: "any neuro.", "death from infection"; empty of the outcome itself. */
  readonly of: string;
}

type Kind = KnownByProduct["kind"];

/** A median is a time: it has no place among rates. */
type Rate = Exclude<Evidence, { as: "median" }>;

const kinds = ["month", "printed", "broader", "narrower"] as const satisfies readonly Kind[];

/** What stands in for each product, together with those of which the same is known; empty if nothing does. */
export function knownByProduct(pool: Pool): readonly KnownByProduct[] {
  const rates = standIns(pool).flatMap(({ shown }) =>
    endsOfProduct(shown.filter((entry) => entry.as !== "median")),
  );
  return kinds.flatMap((kind) => {
    const ofKind = rates.filter((rate) => kindOf(rate) === kind);
    return ofKind.length > 0 ? knownOfKind(kind, ofKind) : [];
  });
}

function kindOf({ as }: Rate): Kind {
  if (as === "percentage") return "printed";
  return as === "broader" || as === "narrower" ? as : "month";
}

function knownOfKind(kind: Kind, rates: readonly Rate[]): KnownByProduct {
  const inOrder = [...rates].sort((a, b) => rateIn(a) - rateIn(b));
  const ends = [inOrder.at(0), inOrder.at(-1)].flatMap((end) => end ?? []);
  const isBound = ends.some(({ as }) => as === "bound" || as === "narrower");
  const drawn = isBound ? [...ends].reverse() : ends;
  const { cell } = screen;
  return {
    kind,
    number: [...new Set(drawn.map((end) => rateText(end)))].join(isBound ? cell.or : "–"),
    products: [...new Set((isBound ? drawn : rates).map(({ product }) => productName(product)))],
    isBound,
    of: [...new Set(rates.map((rate) => countedInstead(rate)))].join(", "),
  };
}

/** A lower bound of a month is an end of a range only where nothing else is known of its product. */
function endsOfProduct(shown: readonly Rate[]): readonly Rate[] {
  const isLower = (rate: Rate) => rate.as === "bound" && rate.kind === "at-least";
  const others = shown.filter((rate) => !isLower(rate));
  if (others.length > 0) return others;
  const highest = Math.max(...shown.map(rateIn));
  return shown.filter((rate) => rateIn(rate) === highest);
}

/** Of 1, in the order of an axis: what is above a half comes after it. */
function rateIn(entry: Rate): number {
  switch (entry.as) {
    case "percentage":
      return entry.percent / 100;
    case "bound":
      return entry.at + { "at-least": 0, below: -0.01, about: 0, above: 0.01 }[entry.kind];
    default:
      return entry.estimate;
  }
}

/** "77", "≥ 51", "<50" */
function rateText(entry: Rate): string {
  const rate = rateIn(entry);
  const atLeast = () => survivalNotes.atLeast(lowerBoundOf100(rate));
  if (entry.as === "narrower") return atLeast();
  if (entry.as !== "bound") return rateOf100(rate);
  if (entry.kind === "at-least") return atLeast();
  return entry.kind === "about" ? screen.cell.aboutHalf : survivalNotes.cell[`${entry.kind}-half`];
}

function countedInstead(entry: Rate): string {
  if (entry.as === "broader") return screen.cell.broader;
  return entry.as === "narrower" ? uncapitalised(entry.of.label) : "";
}

type Narrower = Extract<Evidence, { as: "narrower" }>;

/** Counts of the broader outcome or of a part of it, of the products for which they stand in. */
export function otherOutcomeText(pool: Pool): string {
  const shown = standIns(pool).flatMap((standIn) => standIn.shown);
  const broader = shown.filter((entry) => entry.as === "broader");
  const names = [...new Set(broader.map(({ product }) => productName(product)))];
  const products = names.map((name) => {
    const trials = broader.filter(({ product }) => productName(product) === name);
    return `${name} ${trials.map(({ events, n }) => screen.named.count(events, n)).join(", ")}`;
  });
  const parts = shown.filter((entry) => entry.as === "narrower");
  const countOf = ({ product, events, n, regimen }: Narrower) => {
    const drugs = regimen === "combination" ? screen.headline.combination.combined : "";
    return screen.named.ofProduct(productName(product) + drugs, screen.named.count(events, n));
  };
  return joinedClauses([
    products.length > 0 && screen.named.ofOutcome(screen.named.broaderOutcome, products.join(", ")),
    ...[...new Set(parts.map(({ of }) => of.label))].map((label) => {
      const counts = parts.filter(({ of }) => of.label === label).map(countOf);
      return screen.named.ofOutcome(uncapitalised(label), counts.join(", "));
    }),
  ]);
}
