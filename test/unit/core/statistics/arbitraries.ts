import fc from "fast-check";
import type { Study } from "#core/statistics/study.ts";

/** Returns any finite number from `min` to `max`. */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** Returns one study of up to `largest` patients, each number of events as likely. */
export const evenStudy = (largest: number): fc.Arbitrary<Study> =>
  fc
    .integer({ min: 1, max: largest })
    .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));

/** Returns one study of up to `largest` patients, often with few events or few non-events. */
export const anyStudy = (largest: number): fc.Arbitrary<Study> =>
  fc.integer({ min: 1, max: largest }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      events: fc.oneof(
        fc.integer({ min: 0, max: n }),
        fc.integer({ min: 0, max: Math.min(n, 2) }),
        fc.integer({ min: Math.max(0, n - 2), max: n }),
      ),
    }),
  );

/** Returns any studies, also with very few events. */
export const studies = (minLength = 1, maxLength = 60, largest = 1000): fc.Arbitrary<Study[]> =>
  fc.array(anyStudy(largest), { minLength, maxLength });

/** Studies with events and non-events in each, which every model can fit. */
export const ordinaryStudies = (minLength = 2, maxLength = 15): fc.Arbitrary<Study[]> =>
  fc.array(
    fc
      .integer({ min: 4, max: 200 })
      .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 1, max: n - 1 }) })),
    { minLength, maxLength },
  );

/** Returns studies from a text with events and patients, such as "3/9 0/4". */
export const counted = (text: string): Study[] =>
  text.split(" ").map((count) => {
    const [events = Number.NaN, n = Number.NaN] = count.split("/").map(Number);
    return { events, n };
  });

export const mirrored = (of: readonly Study[]): Study[] =>
  of.map(({ events, n }) => ({ events: n - events, n }));
