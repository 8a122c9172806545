import { expit, expitInterval } from "../expit.ts";
import { checkLevel } from "../level.ts";
import { quadraticForm } from "../linear/positive-definite.ts";
import { read } from "../read.ts";
import type { Interval } from "../types.ts";
import { waldInterval } from "../wald-interval.ts";
import type { Moderator } from "./moderators.ts";
import type { Regression } from "./regression.ts";

/** The rate of a typical study with given values of the moderators. */
export interface Prediction {
  /** Logit and its standard error. */
  readonly eta: number;
  readonly se: number;
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Predicts at one value per moderator, in the order of the moderators. `null` for a value outside the
 * observed ones, where no data support the regression line. `extrapolate` allows it, for comparison
 * with other software.
 *
 * @throws RangeError for an invalid level.
 */
export function predict(
  regression: Regression,
  at: readonly (number | string)[],
  { level = 0.95, extrapolate = false }: { level?: number; extrapolate?: boolean } = {},
): Prediction | null {
  checkLevel(level);
  const { columns, ofColumns, reference } = regression;
  const supported = columns.moderators.every((moderator, index) =>
    isObserved(moderator, at[index], extrapolate),
  );
  if (!supported) return null;
  const x = [
    1,
    ...columns.terms.map(({ of, level: indicated, centre, scale }) => {
      const value = at[of];
      return typeof value === "number" ? (value - centre) / scale : value === indicated ? 1 : 0;
    }),
  ];
  // Computed with the standardised columns: in units far from 0, such as years, covariances nearly
  // cancel.
  const eta = ofColumns.beta.reduce((sum, slope, j) => sum + slope * read(x, j), 0);
  const se = Math.sqrt(quadraticForm(ofColumns.vcov, x));
  const interval = expitInterval(waldInterval(eta, se, reference.quantile(level)));
  return { eta, se, estimate: expit(eta), interval };
}

function isObserved(
  moderator: Moderator,
  value: number | string | undefined,
  extrapolate: boolean,
): boolean {
  if ("groups" in moderator) return typeof value === "string" && moderator.groups.includes(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  const { values } = moderator;
  return extrapolate || (value >= Math.min(...values) && value <= Math.max(...values));
}
