import { type CommonTau2, contrastCommonTau2 } from "#core/statistics/contrast/pools.ts";
import type { GlmmFailure } from "#core/statistics/glmm/fit.ts";
import { levelsOf } from "#core/statistics/meta-regression/moderators.ts";
import { type GlmmRegression, regressGlmm } from "#core/statistics/meta-regression/regression.ts";
import type { Study } from "#core/statistics/study.ts";

interface Options {
  readonly level?: number;
  readonly test?: "z" | "t";
  readonly reference?: string;
}

/** Groups in one binomial–normal model with one τ², or the status that says why there is none. */
export function commonFit(
  studies: readonly Study[],
  groups: readonly string[],
  { reference, ...options }: Options = {},
): (CommonTau2 & { readonly regression: GlmmRegression }) | { readonly status: GlmmFailure } {
  const moderator = { name: "group", groups, ...(reference === undefined ? {} : { reference }) };
  const regression = regressGlmm(studies, [moderator], options);
  if (!("fit" in regression)) return regression;
  return { regression, ...contrastCommonTau2(regression, levelsOf(moderator), options) };
}
