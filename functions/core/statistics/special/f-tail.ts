import { incompleteBeta } from "./incomplete-beta.ts";

/** P(F > f) with `df1`, `df2` > 0 degrees of freedom (Abramowitz & Stegun 26.6.2). */
export function fTail(f: number, df1: number, df2: number): number {
  const total = df2 + df1 * f;
  return incompleteBeta(df2 / 2, df1 / 2, df2 / total, (df1 * f) / total);
}
