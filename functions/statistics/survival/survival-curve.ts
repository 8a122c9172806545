/** A study's survival curve read at one time. */
export interface SurvivalPoint {
  /** Time since the start, in any unit, greater than 0. */
  readonly time: number;
  /** Survival at that time, on 0–1. */
  readonly survival: number;
  /** Patients at risk at the start of the interval that ends at `time`; whole, 1 to 1e9. */
  readonly atRisk: number;
}

/** A study's survival curve, its points in order of time. */
export type SurvivalCurve = readonly SurvivalPoint[];

/** With more, sampling variances are so far below between-study variances that digits are lost. */
const MOST_AT_RISK = 1e9;

/**
 * Refuses curves no model can use. A curve without points is refused too: it is a mistake in the
 * data, not a study with unknown survival.
 *
 * @throws RangeError naming the study's index, the point's and the field, e.g.
 * `studies[2][0].survival …`.
 */
export function checkCurves(curves: readonly SurvivalCurve[]): void {
  curves.forEach((curve, study) => {
    if (curve.length === 0) throw new RangeError(`studies[${study}] must have at least one time`);
    curve.forEach(({ time, survival, atRisk }, index) => {
      const before = curve[index - 1] ?? { time: 0, survival: 1 };
      const refuse = (field: keyof SurvivalPoint, value: number, need: string): never => {
        throw new RangeError(`studies[${study}][${index}].${field} must be ${need}, got ${value}`);
      };
      if (!(time > before.time && Number.isFinite(time))) {
        refuse("time", time, `finite and greater than ${before.time}`);
      }
      if (!(survival >= 0 && survival <= 1)) refuse("survival", survival, "on 0–1");
      if (survival > before.survival) {
        refuse("survival", survival, `at most the ${before.survival} before it`);
      }
      if (!(Number.isInteger(atRisk) && atRisk >= 1 && atRisk <= MOST_AT_RISK)) {
        refuse("atRisk", atRisk, `a whole number from 1 to ${MOST_AT_RISK}`);
      }
    });
  });
}
