/** Reasons why a class has no number in a row, or none of its classes although cohorts are pooled. */
import type { Comparison, OutcomeComparison, Pool, Remark } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { productName } from "../words/product-name.ts";
import { isNotRepresented } from "./products.ts";
import { isSilent } from "./reported.ts";

/** The question that a row answers, as far as it decides what is missing. */
export interface Asked {
  readonly query: Pick<Comparison["query"], "therapyClass">;
  /** Number of selected cohorts of each class. */
  readonly selected: Readonly<Record<TherapyClass, number>>;
}

export type MissingSide =
  /** The class cannot have the outcome. */
  | "not-for"
  | "not-asked"
  /** Its cohorts do not stand for it: its products have their own numbers. */
  | "not-represented"
  | "none-selected"
  /** Only the other kind of regimen has a number, which stands beneath. */
  | "other-regimen"
  /** No cohort reports the outcome, or no figure of it can be pooled. */
  | "silent"
  | "not-poolable";

/** Why a class has no number in a row. */
export function whyMissing(
  group: TherapyClass,
  { appliesTo, pools }: Pick<OutcomeComparison, "appliesTo" | "pools">,
  { query: { therapyClass }, selected }: Asked,
): MissingSide {
  const pool = pools[group];
  if (!appliesTo.includes(group)) return "not-for";
  if (therapyClass !== "both" && therapyClass !== group) return "not-asked";
  if (isNotRepresented(pool)) return "not-represented";
  if (selected[group] === 0) return "none-selected";
  if (pool.beside) return "other-regimen";
  return isSilent(pool) ? "silent" : "not-poolable";
}

/**
 * Whether a caution is why none has one, whatever part of a class is pooled. By the beginning of its
 * code, because it is in the first view, where bytes count.
 */
export function keepsApart({ code }: Remark): boolean {
  return /^(too-few-after|follow-ups|trials)-/.test(code);
}

/**
 * The follow-ups of the classes or the trials of a product, in a few words, if they are why. `undefined`
 * where too few patients or trials are.
 *
 * @param pool of a class; the trials of the other one are not why it has none.
 */
export function whyApart(
  { cautions }: Pick<OutcomeComparison, "cautions">,
  pool?: Pick<Pool, "products" | "k">,
): string | undefined {
  const [only, another] = pool?.products ?? [];
  const product = only && !another ? productName(only.product) : null;
  // The label of trials begins with their product.
  const isOwn = (label: string) => !pool || (product !== null && label.startsWith(`${product} `));
  const labels = cautions
    .filter(
      ({ code, label }) => code === "follow-ups-apart" || (code === "trials-apart" && isOwn(label)),
    )
    .map(({ label }) => label);
  return labels.length === 0 ? undefined : labels.join(", ");
}

/** The same at length: for each class that is not there to be contrasted, its products and their share. */
export function apartAtLength({ cautions }: Pick<OutcomeComparison, "cautions">): string[] {
  return cautions
    .filter((caution) => caution.code === "not-representative" || keepsApart(caution))
    .map(({ text }) => text);
}
