/** Holds one cohort's count: `events` of `n` patients, whole numbers, `0 <= events <= n`, `n >= 1`. */
export interface Study {
  readonly events: number;
  readonly n: number;
}

/** Returns whether a study has no events or only events, so that its own logit is infinite. */
export function hasInfiniteLogit({ events, n }: Study): boolean {
  return events === 0 || events === n;
}

/**
 * Rejects counts that no model can use. `n = 0` is rejected, too: a cohort without patients is a
 * mistake in the data, not a cohort with an unknown rate.
 *
 * @throws RangeError naming the study's index and the field, e.g. `studies[2].events …`.
 */
export function assertValidStudies(studies: readonly Study[]): void {
  studies.forEach(({ events, n }, index) => {
    const refuse = (field: keyof Study, value: number, need: string): never => {
      throw new RangeError(`studies[${index}].${field} must be ${need}, got ${value}`);
    };
    if (!Number.isSafeInteger(n) || n < 1) refuse("n", n, "a whole number of at least 1");
    if (!Number.isSafeInteger(events) || events < 0) {
      refuse("events", events, "a whole number of at least 0");
    }
    if (events > n) refuse("events", events, `at most n = ${n}`);
  });
}
