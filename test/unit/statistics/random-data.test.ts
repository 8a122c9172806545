import { describe, expect, test } from "vitest";
import { randomStudies, seeded } from "../../stress/random-studies.ts";
import { compareRoutes } from "../../stress/routes.ts";

/** Largest deviation allowed between two routes, by the start of their name. */
const LIMITS: readonly (readonly [name: string, limit: number])[] = [
  ["GLMM log-likelihood", 1e-7],
  ["GLMM slope", 1e-4],
  ["GLMM higher likelihood", 1e-8],
  ["ML higher", 1e-9],
  ["REML higher", 1e-9],
  // The brute-force sum is the coarser of the two.
  ["Bayes posterior", 2e-4],
  ["Clopper–Pearson", 1e-10],
];

describe.each([1, 2, 3, 4, 5])("random data, seed %d", (seed) => {
  test("100 data sets of every sparsity: all figures finite, all routes agree", {
    timeout: 120_000,
  }, () => {
    const random = seeded(seed);
    for (let set = 0; set < 100; set += 1) {
      const studies = randomStudies(random);
      const posterior = set === 50;
      const compared = compareRoutes(posterior ? studies.slice(0, 3) : studies, { posterior });
      for (const { name, deviation } of compared) {
        const limit = LIMITS.find(([start]) => name.startsWith(start))?.[1] ?? 0;
        expect(deviation, `${name}: ${JSON.stringify(studies)}`).toBeLessThanOrEqual(limit);
      }
    }
  });
});
