/**
 * What the element draws of an answer: the two classes, survival trial by trial, or products side by
 * side. Sentences are in words, dates as in the data; nothing is left to be worked out.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type ByProduct, byProductOf } from "./side-by-side.ts";
import { type Statement, statementOf } from "./statement.ts";
import { type SurvivalStatement, withSurvival } from "./survival.ts";

type OfClasses = Omit<Statement, "later" | "survival" | "byProduct">;

export type Screen =
  | (OfClasses & { readonly kind: "classes" })
  | (OfClasses & { readonly kind: "survival"; readonly survival: SurvivalStatement })
  | (OfClasses & { readonly kind: "products"; readonly byProduct: ByProduct });

type Words = Pick<Catalogue, "screen" | "survival" | "detail">;

/** @param products The answer product by product, if that was asked for. */
export function screenOf(
  answer: Comparison,
  products: Comparison<string> | null,
  { screen, survival: ofSurvival, detail }: Words,
): Screen {
  const words = { numbers: screen.numbers, survival: ofSurvival, detail };
  const { later: _, survival, ...view } = withSurvival(statementOf(answer, screen), answer, words);
  if (products) {
    // Their own lines stand in place of the rows.
    const { canonical } = products;
    const byProduct = byProductOf(products, screen);
    return { ...view, kind: "products", canonical, rows: [], byProduct };
  }
  return survival ? { ...view, kind: "survival", survival } : { ...view, kind: "classes" };
}
