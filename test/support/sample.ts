/**
 * What takes long because it tries everything: `npm test` tries a sample, another one in every run, and
 * `npm run test:all` runs each file that imports this with everything.
 */
import fc from "fast-check";

const isWhole = process.env.TEST_WHOLE === "true";

/** So many of them, in their order; `PROPERTY_SEED` chooses the same again. */
export function sampled<T>(all: readonly T[], size: number): readonly T[] {
  if (isWhole || all.length <= size) return all;
  const [sample = []] = fc.sample(fc.subarray([...all], { minLength: size, maxLength: size }), 1);
  return sample;
}

/** What is tried beside the usual only when everything is. */
export function beside<T>(more: readonly T[]): readonly T[] {
  return isWhole ? more : [];
}

/** How often a property is tried that is to be tried so often in all. */
export function runs(whole: number): number {
  return isWhole ? whole : Math.ceil(whole / 5);
}
