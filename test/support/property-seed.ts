import fc from "fast-check";
import { beforeEach } from "vitest";

/**
 * Properties are tried on other data in every run, and on the same in all tests of a file, which share
 * answers; samples (`sample.ts`) are taken with the same number. `PROPERTY_SEED=<number> npm test`
 * repeats a run whose failure printed it.
 */
const { PROPERTY_SEED = `${Date.now()}` } = process.env;
const seed = Number(PROPERTY_SEED);
if (!Number.isSafeInteger(seed)) {
  throw new Error(`PROPERTY_SEED must be a whole number, got ${PROPERTY_SEED}`);
}
fc.configureGlobal({ seed });
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => console.log(`PROPERTY_SEED=${seed}`));
});
