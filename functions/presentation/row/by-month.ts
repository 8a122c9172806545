/** Survival at the month of a row, product by product: what every trial says of it, printed or by its median. */

import type { MonthOfTrial, Pool } from "#core/answer/answer.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { survivalNotes } from "../words/survival-notes.ts";

type OfMonth = Pick<Pool, "studies" | "months">;
interface ProductAtMonth {
  readonly product: string;
  readonly name: string;
  /** What each of its trials says, and from where it is known: "≥ 51 (at 15), <50 by the median". */
  readonly text: string;
  /** The same in a row: "≥ 51, <50". */
  readonly brief: string;
}

/** Survival at a month, which is never pooled: each product with what its trials say of the month. */
export function byMonth(pool: OfMonth): readonly ProductAtMonth[] {
  const all = monthsOf(pool);
  const nameOf = ({ product, regimen }: Month) =>
    [productName(product), regimen === "combination" && survivalNotes.combined]
      .filter(Boolean)
      .join(" ");
  return [...new Set(all.map(nameOf))].map((name) => {
    const own = all.filter((one) => nameOf(one) === name);
    return {
      product: own[0]?.product ?? "",
      name,
      text: own.map((one) => monthText(one)).join(", "),
      brief: own.map((one) => rateAtMonth(one)).join(", "),
    };
  });
}

/** What every trial says of the month, also one that printed no more than its median. */
function monthsOf({ studies, months = [] }: OfMonth): readonly Month[] {
  const kind = "printed" as const;
  // Of a product whose trials are too small for a line of their own, what they printed.
  const others = studies.filter((one) => months.every(({ product }) => product !== one.product));
  return [
    ...months,
    ...others.map(({ estimate, ...one }) => ({ ...one, kind, survival: estimate, month: null })),
  ];
}

type Month = Omit<MonthOfTrial, "trial" | "cohort" | "label">;

/** "77 (66–84)", "≥ 51", "<50" */
function rateAtMonth({ kind, survival: rate, interval }: Month): string {
  if (kind !== "printed" && kind !== "at-least") return survivalNotes.cell[kind];
  if (kind === "at-least") return survivalNotes.atLeast(lowerBoundOf100(rate ?? 0));
  const shown = rateOf100(rate ?? 0);
  return interval ? `${shown} ${rangeOf100(interval)}` : shown;
}

/** "77 (66–84)", "≥ 51 (at 15)", "<50 by the median" */
function monthText(one: Month): string {
  const rate = rateAtMonth(one);
  if (one.kind === "at-least") return `${rate} (${survivalNotes.atMonth(one.month ?? 0)})`;
  return one.kind === "printed" ? rate : survivalNotes.byMedian(rate);
}
