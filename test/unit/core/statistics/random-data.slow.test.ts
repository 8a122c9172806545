import { describe, expect, test } from "vitest";
import { randomStudies, seeded } from "../../../stress/random-studies.ts";
import { compareRoutes } from "../../../stress/routes.ts";

describe.each([1, 2, 3, 4, 5])("random data, seed %d", (seed) => {
  test("100 data sets of every sparsity: all figures finite, all routes agree", {
    timeout: 120_000,
  }, () => {
    const random = seeded(seed);
    for (let set = 0; set < 100; set += 1) {
      const studies = randomStudies(random);
      const posterior = set === 50;
      const compared = compareRoutes(posterior ? studies.slice(0, 3) : studies, { posterior });
      for (const { name, deviation, limit } of compared) {
        expect(deviation, `${name}: ${JSON.stringify(studies)}`).toBeLessThanOrEqual(limit);
      }
    }
  });
});
