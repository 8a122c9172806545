import { checkStudies, type Study } from "../study.ts";

/** First events among patients who were all observed for the same time, in years. */
export interface RateStudy extends Study {
  readonly years: number;
}

/**
 * Rejects counts and times that no model can use.
 *
 * @throws RangeError naming the study's index and the field, e.g. `studies[2].years …`.
 */
export function checkRateStudies(studies: readonly RateStudy[]): void {
  checkStudies(studies);
  studies.forEach(({ years }, index) => {
    if (years > 0 && Number.isFinite(years)) return;
    throw new RangeError(`studies[${index}].years must be positive and finite, got ${years}`);
  });
}
