import { expit, expitInterval } from "../expit.ts";
import { checkLevel } from "../level.ts";
import { quadraticForm } from "../linear/positive-definite.ts";
import { read } from "../read.ts";
import type { Interval } from "../types.ts";
import { waldInterval } from "../wald-interval.ts";
import { levelsOf, type Moderator } from "./moderators.ts";
import type { Regression } from "./regression.ts";

/** The rate of a typical study with given values of the moderators. */
export interface Prediction {
  readonly status: "ok";
  /** Logit and its standard error. */
  readonly eta: number;
  readonly se: number;
  readonly estimate: number;
  readonly interval: Interval;
  /** Interval for the rate of a new study. */
  readonly predictionInterval: Interval;
}

/** Why a prediction is refused: a value that is outside those of the studies. */
export interface Refusal {
  readonly status: "outside-observed-range";
  readonly moderator: string;
  /** Lowest and highest observed value, or the observed levels. */
  readonly observed: readonly [number, number] | readonly string[];
}

/**
 * Predicts at one value per moderator, in the order of the moderators. A value outside the observed
 * ones is refused, because the regression line is not supported by data there. `extrapolate` allows
 * it, for comparison with other software.
 *
 * @throws RangeError for an invalid level.
 */
export function predict(
  regression: Regression,
  at: readonly (number | string)[],
  { level = 0.95, extrapolate = false }: { level?: number; extrapolate?: boolean } = {},
): Prediction | Refusal {
  checkLevel(level);
  const { columns, ofColumns, reference, tau2 } = regression;
  for (const [index, moderator] of columns.moderators.entries()) {
    const refusal = refusalOf(moderator, at[index], extrapolate);
    if (refusal !== null) return refusal;
  }
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
  const quantile = reference.quantile(level);
  return {
    status: "ok",
    eta,
    se,
    estimate: expit(eta),
    interval: expitInterval(waldInterval(eta, se, quantile)),
    predictionInterval: expitInterval(waldInterval(eta, Math.sqrt(se * se + tau2), quantile)),
  };
}

function refusalOf(
  moderator: Moderator,
  value: number | string | undefined,
  extrapolate: boolean,
): Refusal | null {
  const { name } = moderator;
  if ("groups" in moderator) {
    const observed = levelsOf(moderator);
    const known = typeof value === "string" && observed.includes(value);
    return known ? null : { status: "outside-observed-range", moderator: name, observed };
  }
  const observed = [Math.min(...moderator.values), Math.max(...moderator.values)] as const;
  const known =
    typeof value === "number" &&
    Number.isFinite(value) &&
    (extrapolate || (value >= observed[0] && value <= observed[1]));
  return known ? null : { status: "outside-observed-range", moderator: name, observed };
}
