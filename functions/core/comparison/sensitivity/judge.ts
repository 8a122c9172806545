/** What a check says of the finding of one outcome. */
import type { Query } from "../../question/query.ts";
import { type Compared, findingOf, type Verdict, verdictOn } from "../verdict.ts";
import { type Check, isPlace } from "./checks.ts";
import { type PooledClass, poolTheSame, type Refit } from "./refit.ts";

/**
 * Why there is no verdict:
 *
 * - `as-asked`: the question says so already;
 * - `nothing-to-check`: the answer as asked has no contrast;
 * - `no-contrast`: the changed question has none (of a place, or without a product, that is a loss);
 * - `same-figures`: the same cohorts are pooled with the same figures;
 * - `same-check`: the same figures as by an earlier check, which would be counted twice;
 * - `other-model`: the model of the question has no prior;
 * - `model-failed`: the model has no answer, and the default model stands in for it.
 */
export const unjudgedReasons = [
  "as-asked",
  "nothing-to-check",
  "no-contrast",
  "same-figures",
  "same-check",
  "other-model",
  "model-failed",
] as const;

export type Unjudged = (typeof unjudgedReasons)[number];

export interface Base {
  readonly query: Query;
  readonly classes: readonly PooledClass[];
  readonly contrast: Compared | undefined;
}

export interface Judged {
  verdict: Verdict | null;
  /** Why there is no verdict; otherwise `null`. */
  reason: Unjudged | null;
}

export const unjudged = (reason: Unjudged): Judged => ({ verdict: null, reason });

/** @param earlier What other checks pool by the model of the question. */
export function judge(
  { query, classes, contrast }: Base,
  changed: Refit,
  check: Check,
  earlier: readonly Pick<Refit, "classes">[] = [],
): Judged {
  // Another model has no prior that could change.
  if (check.prior !== null && query.model !== "bayes") return unjudged("other-model");
  if (contrast === undefined || findingOf(contrast) === null) return unjudged("nothing-to-check");
  if (changed.classes.some(({ fit }) => fit.status === "fallback")) return unjudged("model-failed");
  const verdict = changed.contrast ? verdictOn(contrast, changed.contrast) : null;
  // A reader may be at a place, or have no such product: no comparison there is a loss, too.
  if (verdict === null) {
    const isLoss = isPlace(check.change) || check.change.kind === "leave-product-out";
    return isLoss ? { verdict: "lost", reason: null } : unjudged("no-contrast");
  }
  if (!asksModel(check)) {
    if (poolTheSame(classes, changed.classes)) return unjudged("same-figures");
    const repeats = earlier.some((other) => poolTheSame(other.classes, changed.classes));
    if (repeats) return unjudged("same-check");
  }
  return { verdict, reason: null };
}

/** Whether the check changes how is pooled, and not what. */
export function asksModel({ change, prior }: Check): boolean {
  return change.kind === "model" || prior !== null;
}
