/** How much the cohorts of a pool differ, in one line, as a statistician reads it. */

import type { Heterogeneity, Interval } from "#core/comparison/answer.ts";
import type { DetailWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { pValueText } from "../words/p-value.ts";

/** `Q 40.1 on 13 df, P < 0.001; τ² 0.24 (0.09 to 1.56); I² 72 % (48 to 94)`. */
export function heterogeneityText(
  { tests, tau2, tau2Interval, i2, i2Interval }: Heterogeneity,
  { test, tau2: ofTau2, i2: ofI2 }: DetailWords["heterogeneity"],
  numbers: Numbers,
): string {
  const ends = (interval: Interval | null, digits: number) =>
    interval && ([numbers.fixed(interval[0], digits), numbers.fixed(interval[1], digits)] as const);
  return [
    ...tests.map(({ name, q, df, pValue }) =>
      test[name](numbers.fixed(q, 1), df, pValueText(pValue, numbers)),
    ),
    ...(tau2 === null ? [] : [ofTau2(numbers.fixed(tau2, 2), ends(tau2Interval, 2))]),
    ...(i2 === null ? [] : [ofI2(numbers.fixed(i2), ends(i2Interval, 0))]),
  ].join("; ");
}
