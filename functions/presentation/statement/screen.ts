/**
 * What the element draws of an answer: the two classes, survival trial by trial, or products side by
 * side. Sentences are in words, dates as in the data; nothing is left to be worked out.
 */

import type { Answer, WiderQuestion } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import {
  type ByProduct,
  byProductOf,
  notesOfProducts,
  type ProductEvidence,
} from "./by-product.ts";
import { type Statement, statementOf } from "./statement.ts";
import { type SurvivalEvidence, type SurvivalStatement, survivalOf } from "./survival.ts";

interface OfClasses extends Statement {
  /** Where a class has no trial: it says so, and which filters would bring it back. */
  readonly empty: EmptyClass | null;
}

export interface EmptyClass {
  readonly text: string;
  readonly offers: readonly {
    readonly query: string;
    readonly label: string;
    /** The studies that it leads to. */
    readonly leadsTo: string;
  }[];
}

export type Screen =
  | (OfClasses & { readonly kind: "classes" })
  | (OfClasses & { readonly kind: "survival"; readonly survival: SurvivalStatement })
  | (OfClasses & { readonly kind: "products"; readonly byProduct: ByProduct });

export type ScreenKind = Screen["kind"];
export type ScreenOf<Kind extends ScreenKind> = Extract<Screen, { readonly kind: Kind }>;

/** More would be a list to search. */
const mostOffers = 3;

/** @param products The answer product by product, if that was asked for, with what they have beside it. */
export function screenOf(
  answer: Answer,
  products: { readonly answer: Answer<string>; readonly evidence: ProductEvidence } | null,
  evidence: SurvivalEvidence,
  words: Catalogue,
): Screen {
  const view = {
    ...statementOf(answer, words),
    empty: emptyClass(answer.selection, words),
  };
  if (products) {
    // Their own lines and notes stand in place of those of the classes; what is taken back stays with the products.
    const { canonical, query } = products.answer;
    const reset = [view.reset, `compare=${query.compare}`].filter(Boolean).join("&");
    const byProduct = byProductOf(products.answer, products.evidence, words);
    const notes = notesOfProducts(products.answer, words);
    return { ...view, kind: "products", canonical, reset, rows: [], notes, byProduct };
  }
  const found = survivalOf(view, answer, evidence, words);
  return found ? { ...view, ...found, kind: "survival" } : { ...view, kind: "classes" };
}

function emptyClass(
  { cohorts, wider }: Pick<Answer["selection"], "cohorts" | "wider">,
  { screen: { classAdjective }, widening }: Catalogue,
): EmptyClass | null {
  const empty = therapyClasses.filter((group: TherapyClass) => cohorts[group] === 0);
  const [only] = empty;
  if (only === undefined) return null;
  const isWhole = empty.length === therapyClasses.length;
  return {
    text: isWhole ? widening.empty : widening.emptyClass(classAdjective[only]),
    offers: wider
      .slice(0, mostOffers)
      .map(({ parameter, query, cohorts: then }: WiderQuestion) => ({
        query,
        label: widening.names[parameter] ?? parameter,
        leadsTo: widening.leadsTo(then["car-t"], then.bsab),
      })),
  };
}
