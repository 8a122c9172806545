/**
 * The difference of a row: what it is between, whether its interval holds 0, which
 * check loses it; or why there is none.
 */
import type { Contrast, OutcomeComparison } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { reconcile } from "../words/rates.ts";
import type { IntervalKind } from "../words/told.ts";
import { type ShownDifference, shownDifference, shownOf } from "./shown-numbers.ts";

export type DifferenceStatement =
  | ToldDifference
  /** A class is not there to be contrasted; its products are. */
  | { readonly what: "refused" }
  /** Only one class can have the outcome. */
  | { readonly what: "one-sided"; readonly without: readonly TherapyClass[] }
  /** Both have a number, by models that give no difference of them. */
  | { readonly what: "other-models" }
  | { readonly what: "missing"; readonly without: readonly TherapyClass[] };

export interface ToldDifference extends ShownDifference {
  /** Of two pools by a model; or of counts, on one side or on both. */
  readonly what: "difference" | "observed";
  readonly contrast: Contrast;
  /** Of the interval of the difference, and of those of its ratio and of its checks. */
  readonly kind: IntervalKind | "approximate";
  readonly kindOfRatio: IntervalKind;
  readonly includesZero: boolean;
  /** Whether an end is not 0 but printed as 0, which readers could misread. */
  readonly endsNearZero: boolean;
  /** Whether every check keeps it. */
  readonly kept: boolean;
  /** With the digits that make it subtract: of the difference, and of the two rates next to it. */
  readonly printed: { readonly difference: number; readonly digits: 0 | 1 };
}

export function differenceOf(
  row: OutcomeComparison,
  { model }: Pick<Query, "model">,
): DifferenceStatement {
  const shown = shownDifference(row);
  const [contrast] = row.contrasts;
  if (contrast === undefined || shown === null) return whyNone(row, model);
  const { difference, interval, between, rounded } = shown;
  const kindOfRatio = contrast.probabilityHigher === null ? "confidence" : "credible";
  const kinds = {
    pools: kindOfRatio,
    products: "confidence",
    "one-product": "approximate",
    modelled: kindOfRatio,
  } as const;
  const includesZero = interval[0] <= 0 && interval[1] >= 0;
  return {
    ...shown,
    what: between === "pools" || between === "modelled" ? "difference" : "observed",
    contrast,
    kind: kinds[between],
    kindOfRatio,
    includesZero,
    endsNearZero: !includesZero && Math.min(...interval.map(Math.abs)) < 0.5,
    kept: isKept(contrast),
    printed: rounded ? reconciled(row, difference) : { difference, digits: 0 },
  };
}

function reconciled(row: OutcomeComparison, difference: number) {
  const [carT, bsab] = [shownOf(row, "car-t"), shownOf(row, "bsab")];
  return carT && bsab
    ? reconcile(carT.estimate, bsab.estimate, difference)
    : { difference, digits: 0 as const };
}

function whyNone(row: OutcomeComparison, model: Query["model"]): DifferenceStatement {
  const {
    appliesTo,
    contrasts: [contrast],
  } = row;
  const without = therapyClasses.filter((group) => shownOf(row, group) === null);
  if (appliesTo.length < therapyClasses.length) return { what: "one-sided", without };
  if (contrast?.status === "not-representative") return { what: "refused" };
  return without.length === 0 && model !== "bayes"
    ? { what: "other-models" }
    : { what: "missing", without };
}
