/** Tests whether groups of studies differ in their spread, which one τ² for all of them passes over. */
import { isGlmmPool, poolGlmm } from "../glmm/pool.ts";
import { chiSquaredTail } from "../special/chi-squared.ts";
import type { Study } from "../study.ts";
import { regressGlmm } from "./regression.ts";

export interface EqualSpread {
  /** Holds the τ of each group by itself, in the order of the groups. */
  readonly taus: readonly number[];
  readonly q: number;
  readonly df: number;
  readonly pValue: number;
}

/**
 * Tests by likelihood ratio that one τ holds for all groups, each with a mean of its own: twice what the separate
 * binomial–normal models gain, against χ² with G − 1 degrees of freedom; `null` if a model has no answer.
 *
 * @throws RangeError for invalid counts.
 */
export function testEqualSpread(groups: readonly (readonly Study[])[]): EqualSpread | null {
  if (groups.length < 2) return null;
  const pools = groups.map((studies) => poolGlmm(studies)).filter(isGlmmPool);
  const names = groups.flatMap((studies, index) => studies.map(() => `${index}`));
  const common = regressGlmm(groups.flat(), [{ name: "group", groups: names }]);
  if (pools.length < groups.length || !("fit" in common)) return null;
  const separate = pools.reduce((sum, { fit }) => sum + fit.logLikelihood, 0);
  const q = Math.max(0, 2 * (separate - common.fit.logLikelihood));
  const df = groups.length - 1;
  return {
    taus: pools.map(({ tau2 }) => Math.sqrt(tau2)),
    q,
    df,
    pValue: chiSquaredTail(q, df),
  };
}
