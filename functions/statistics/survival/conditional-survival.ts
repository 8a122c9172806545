import type { SurvivalCurve } from "./survival-curve.ts";

/** A study's conditional survivals on the arcsine scale, in order of time. */
export interface ConditionalSurvival {
  readonly times: readonly number[];
  readonly y: readonly number[];
  /** Sampling variances of `y`; the elements of `y` are taken as independent. */
  readonly variances: readonly number[];
}

/**
 * Conditional survival q = S(t) / S(t before) over each interval, transformed as
 * y = arcsin √((n q + ¼) / (n + ½)), Var(y) = 1 / (4 (n + ½)), with n at risk at the start of the
 * interval (Combescure, Foucher & Jackson 2014, Stat Med 33:2521–2537).
 *
 * A study ends where its survival reaches 0: nobody is left to whom a later q could apply.
 */
export function conditionalSurvival(curve: SurvivalCurve): ConditionalSurvival {
  const end = curve.findIndex(({ survival }) => survival === 0);
  const points = end === -1 ? curve : curve.slice(0, end + 1);
  return {
    times: points.map(({ time }) => time),
    y: points.map(({ survival, atRisk }, index) => {
      const q = survival / (points[index - 1]?.survival ?? 1);
      return Math.asin(Math.sqrt((atRisk * q + 0.25) / (atRisk + 0.5)));
    }),
    variances: points.map(({ atRisk }) => 1 / (4 * (atRisk + 0.5))),
  };
}
