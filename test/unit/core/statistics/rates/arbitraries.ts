import fc from "fast-check";
import type { RateStudy } from "#core/statistics/rates/rate-study.ts";

/** From ten days to eight years. */
const years = fc.double({ min: 0.03, max: 8, noNaN: true });

const study = (largest: number): fc.Arbitrary<RateStudy> =>
  fc.integer({ min: 1, max: largest }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      events: fc.oneof(
        fc.integer({ min: 0, max: n }),
        fc.integer({ min: 0, max: Math.min(n, 2) }),
        fc.integer({ min: Math.max(0, n - 2), max: n }),
      ),
      years,
    }),
  );

/** Any studies, also with very few events or very few patients without one. */
export const rateStudies = (maxLength = 20, largest = 600): fc.Arbitrary<RateStudy[]> =>
  fc.array(study(largest), { minLength: 1, maxLength });

/** Studies with events and non-events in each, which both models can fit. */
export const ordinaryRateStudies: fc.Arbitrary<RateStudy[]> = fc.array(
  fc
    .integer({ min: 4, max: 200 })
    .chain((n) =>
      fc.record({ n: fc.constant(n), events: fc.integer({ min: 1, max: n - 1 }), years }),
    ),
  { minLength: 2, maxLength: 10 },
);

/** The same cohorts, observed `factor` times as long. */
export const observedLonger = (studies: readonly RateStudy[], factor: number): RateStudy[] =>
  studies.map((one) => ({ ...one, years: factor * one.years }));
