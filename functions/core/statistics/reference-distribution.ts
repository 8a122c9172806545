import { normalTwoSidedTail } from "./special/normal-cdf.ts";
import { normalQuantile } from "./special/normal-quantile.ts";
import { studentTQuantile, studentTTail } from "./special/student-t.ts";

/** The distribution with which a test statistic is compared: normal, or Student's t. */
export interface ReferenceDistribution {
  /** Degrees of freedom; `null` for the normal distribution. */
  readonly df: number | null;
  /** Factor of the standard error in a two-sided interval of this level, e.g. 1.96 for 0.95. */
  readonly quantile: (level: number) => number;
  /** Two-sided p value of a statistic. */
  readonly pValue: (statistic: number) => number;
}

export const NORMAL: ReferenceDistribution = {
  df: null,
  quantile: (level) => normalQuantile((1 + level) / 2),
  pValue: normalTwoSidedTail,
};

/** Student's t with `df` > 0 degrees of freedom, whole or not. */
export function studentT(df: number): ReferenceDistribution {
  return {
    df,
    quantile: (level) => studentTQuantile((1 + level) / 2, df),
    pValue: (statistic) => studentTTail(statistic, df),
  };
}
