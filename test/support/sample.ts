/** Takes samples for tests that take long: another one in every `npm test`, and everything in `npm run test:all`. */
import fc from "fast-check";

/** Tests that only `npm run test:all` runs: `test.runIf(isWhole)`. */
export const isWhole = process.env.TEST_WHOLE === "true";

/** Returns `size` of the items, in their order; `PROPERTY_SEED` chooses the same ones again. */
export function sampled<T>(all: readonly T[], size: number): readonly T[] {
  if (isWhole || all.length <= size) return all;
  const [sample = []] = fc.sample(fc.subarray([...all], { minLength: size, maxLength: size }), 1);
  return sample;
}

/** Returns an eighth of the items, in their order, but at least one. */
export function eighthOf<T>(all: readonly T[]): readonly T[] {
  return sampled(all, Math.ceil(all.length / 8));
}

/** Returns a quarter of the items, also when everything is tried, for what takes minutes: another one in every run. */
export function quarterOf<T>(all: readonly T[]): readonly T[] {
  const size = Math.ceil(all.length / 4);
  const [sample = []] = fc.sample(fc.subarray([...all], { minLength: size, maxLength: size }), 1);
  return sample;
}

/** Returns the items that are tried only when everything is; an empty list otherwise. */
export function inFullRun<T>(more: readonly T[]): readonly T[] {
  return isWhole ? more : [];
}

/** Returns how often a property is tried in this run, if the whole run tries it `whole` times. */
export function runsOf(whole: number): number {
  return isWhole ? whole : Math.ceil(whole / 20);
}
