import fc from "fast-check";

/**
 * Properties are tried on the same data in every run, so that a commit that was green stays green.
 * `PROPERTY_SEED=random npm test` tries others; a number repeats a run whose failure printed it.
 */
const { PROPERTY_SEED = "20261121" } = process.env;
if (PROPERTY_SEED !== "random") {
  const seed = Number(PROPERTY_SEED);
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`PROPERTY_SEED must be a whole number or "random", got ${PROPERTY_SEED}`);
  }
  fc.configureGlobal({ seed });
}
