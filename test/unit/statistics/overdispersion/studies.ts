import fc from "fast-check";
import type { Study } from "../../../../functions/statistics/study.ts";

/** 1 to 60 cohorts of up to 1000 patients, from all but no events to all but only events. */
export const someStudies: fc.Arbitrary<Study[]> = fc
  .record({ largest: fc.constantFrom(2, 10, 100, 1000), rarity: fc.constantFrom(1, 2, 8) })
  .chain(({ largest, rarity }) =>
    fc.array(
      fc
        .record({
          n: fc.integer({ min: 1, max: largest }),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        })
        .map(({ n, share }) => ({ n, events: Math.floor((n + 0.999) * share ** rarity) })),
      { minLength: 1, maxLength: 60 },
    ),
  );

/** Non-events in the place of events. */
export function mirrored(studies: readonly Study[]): Study[] {
  return studies.map(({ events, n }) => ({ events: n - events, n }));
}
