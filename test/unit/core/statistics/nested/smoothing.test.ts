import { describe, expect, test } from "vitest";
import { gaussianKernel } from "#core/statistics/bayes/gaussian-kernel.ts";
import { addMoments, diffusion, kernelOf, smoothed } from "#core/statistics/nested/smoothing.ts";

/** N(0, sd²) at the whole numbers from −`reach` to `reach`. */
function normal(sd: number, reach: number): Float64Array {
  return Float64Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const z = (i - reach) / sd;
    return Math.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
  });
}

const lattice = (reach: number) => ({ step: 1, first: -reach, count: 2 * reach + 1 });
const largest = (a: Float64Array, b: Float64Array): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));

describe("sums over a lattice stand for integrals", () => {
  test.each([0, 0.05, 0.3, 0.6, 0.89, 0.91, 1.5, 4])("smoothing by σ = %d steps", (sigma) => {
    const kernel = kernelOf(sigma, 1);
    const sums = smoothed(lattice(10), normal(1.7, 30), lattice(30), kernel);
    const found = sums.map((sum) => sum * kernel.height);
    expect(largest(found, normal(Math.hypot(1.7, sigma), 10))).toBeLessThan(1e-5);
  });

  test("a kernel holds its whole reach, with both ends", () => {
    const { values, centre } = gaussianKernel(2, 0.5, 3);
    for (const [i, value] of values.entries())
      expect(value).toBeCloseTo(Math.exp(-(((i - centre) / 2) ** 2) / 8), 12);
  });

  test("weights for normal distributions around each point give the values they are for", () => {
    // As narrow as a posterior of μ can be on its lattice, whose step is 0.6 standard deviations.
    const sd = 1 / 0.6;
    const given = normal(sd, 30);
    const values = diffusion(0.75 ** 2 / 2);
    const weights = smoothed(lattice(30), given, lattice(30), { step: 1, centre: 5, values });
    const again = smoothed(lattice(10), weights, lattice(30), kernelOf(0.75, 1));
    expect(largest(again, normal(sd, 10))).toBeLessThan(1e-4);
    expect(largest(weights, given)).toBeGreaterThan(0.01);
  });

  test.each([0, 0.3, 0.89, 2])("moments of x² for σ = %d steps", (sigma) => {
    const count = 41;
    const table = {
      ...{ step: 1, first: -20, count, values: normal(1.7, 20) },
      proportions: Float64Array.from({ length: count }, (_, i) => (i - 20) ** 2),
    };
    const sums = {
      means: new Float64Array(1),
      variances: new Float64Array(1),
      thirds: new Float64Array(1),
    };
    addMoments(sums, { step: 1, first: 2, count: 1 }, table, kernelOf(sigma, 1), 0.5);
    // x ~ N(m, v): v is the harmonic sum of both variances, m is drawn from 2 to 0.
    const v = 1 / (1 / 1.7 ** 2 + 1 / sigma ** 2);
    const m = (2 * 1.7 ** 2) / (1.7 ** 2 + sigma ** 2);
    expect(sums.means[0]).toBeCloseTo(0.5 * (m * m + v), 3);
    expect(sums.variances[0]).toBeCloseTo(0.25 * (2 * v * v + 4 * m * m * v), 2);
    expect(sums.thirds[0]).toBeCloseTo(0.125 * (8 * v ** 3 + 24 * m * m * v * v), 1);
  });
});
