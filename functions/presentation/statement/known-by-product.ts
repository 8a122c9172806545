/** What is known by product where a class has no number, in short for a column. */
import type { Pool, Study } from "#core/answer/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rateOf100 } from "../words/rates.ts";
import { uncapitalised } from "../words/sentences.ts";
import { type Month, monthsOf } from "./by-month.ts";
import { printedAlone } from "./figures.ts";

export interface KnownByProduct {
  readonly kind: "month" | "printed" | "broader" | "narrower";
  /** "12–30", the lowest and the highest; where one is a bound "77 or <50", the highest first. */
  readonly number: string;
  /** Names; with a bound those of the two ends, in their order. */
  readonly products: readonly string[];
  readonly isBound: boolean;
  /** What a part of the outcome is: "death from infection"; empty of the outcome itself. */
  readonly of: string;
}

interface KnownRate {
  readonly product: string;
  readonly rate: number;
  readonly month?: Month["kind"];
}

/**
 * Survival at a month, else printed percentages, else the broader outcome, else a part of the outcome in
 * the largest trial; `null` if nothing is.
 */
export function knownByProduct(pool: Pool, words: Catalogue): KnownByProduct | null {
  const printed = printedAlone(pool).map(({ product, percentPrinted }) => ({
    product,
    rate: percentPrinted / 100,
  }));
  const all: readonly (readonly [KnownByProduct["kind"], readonly KnownRate[]])[] = [
    ["month", ratesOfMonth(pool)],
    ["printed", printed],
    ["broader", pool.broader.map(({ product, estimate }) => ({ product, rate: estimate }))],
    ["narrower", narrowerOf(pool)],
  ];
  const [kind, rates] = all.find(([, some]) => some.length > 0) ?? [];
  if (kind === undefined || rates === undefined) return null;
  const inOrder = [...rates].sort((a, b) => a.rate - b.rate);
  const ends = [inOrder.at(0), inOrder.at(-1)].flatMap((one) => one ?? []);
  const isBound =
    kind === "narrower" || ends.some(({ month }) => month !== undefined && month !== "printed");
  const sayEnd = (end: KnownRate) =>
    kind === "narrower"
      ? words.survival.atLeast(lowerBoundOf100(end.rate, words.screen.numbers))
      : endText(end, words);
  const shown = isBound ? [...ends].reverse() : ends;
  return {
    kind,
    number: [...new Set(shown.map(sayEnd))].join(isBound ? words.screen.cell.or : "–"),
    products: [...new Set((isBound ? shown : rates).map(({ product }) => productName(product)))],
    isBound,
    of: kind === "narrower" ? [...new Set(narrowerOf(pool).map(({ of }) => of))].join(", ") : "",
  };
}

/** What only the median says of a month lies around a half. */
const aroundHalf = { "below-half": 0.49, "about-half": 0.5, "above-half": 0.51 } as const;

function ratesOfMonth(pool: Pool): KnownRate[] {
  const months = monthsOf(pool).map(({ product, kind, survival }) => {
    const rate = kind === "printed" || kind === "at-least" ? (survival ?? 0) : aroundHalf[kind];
    return { product, rate, month: kind };
  });
  // A lower bound is an end of the range only where nothing else is known of its product.
  return months.filter(
    ({ product, month, rate }) =>
      month !== "at-least" ||
      months.every(
        (one) => one.product !== product || (one.month === "at-least" && one.rate <= rate),
      ),
  );
}

function endText({ rate, month }: KnownRate, { screen, survival }: Catalogue): string {
  if (month === "about-half") return screen.cell.aboutHalf;
  if (month === "above-half" || month === "below-half") return survival.cell[month];
  return month === "at-least"
    ? survival.atLeast(lowerBoundOf100(rate, screen.numbers))
    : rateOf100(rate, 0, screen.numbers);
}

interface NarrowerOfProduct {
  readonly product: string;
  /** At least so many of 1. */
  readonly rate: number;
  /** "death from infection" */
  readonly of: string;
  readonly study: Study;
}

/**
 * Of each product the part of the outcome that most patients of its largest trial had, largest trial
 * first. Parts are not added up: one patient may be in two of them.
 */
export function narrowerOf({ narrower = [] }: Pick<Pool, "narrower">): NarrowerOfProduct[] {
  const parts = narrower
    .flatMap(({ label, studies }) =>
      studies.map((study) => ({
        product: study.product,
        rate: study.estimate,
        of: uncapitalised(label),
        study,
      })),
    )
    .sort((a, b) => (b.study.n ?? 0) - (a.study.n ?? 0) || b.study.estimate - a.study.estimate);
  return parts.filter(
    ({ product }, index) => parts.findIndex((one) => one.product === product) === index,
  );
}

/** Figures of the broader or of a narrower outcome, where no trial has this one, by product. */
export function otherOutcomeText(pool: Pool, { screen: { headline, named } }: Catalogue): string {
  const { broader } = pool;
  const names = [...new Set(broader.map(({ product }) => productName(product)))];
  const products = names.map((name) => {
    const trials = broader.filter(({ product }) => productName(product) === name);
    return `${name} ${trials.map(({ events, n }) => named.count(events, n)).join(", ")}`;
  });
  if (products.length > 0) return named.ofOutcome(named.broaderOutcome, products.join(", "));
  const parts = narrowerOf(pool);
  return [...new Set(parts.map((one) => one.of))]
    .map((of) => {
      const counts = parts
        .filter((one) => one.of === of)
        .map(({ product, study: { events, n, regimen } }) => {
          const drugs = regimen === "combination" ? headline.combination.combined : "";
          return named.ofProduct(productName(product) + drugs, named.count(events, n));
        });
      return named.ofOutcome(of, counts.join(", "));
    })
    .join("; ");
}
