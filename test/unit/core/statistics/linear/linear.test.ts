import fc from "fast-check";
import { expect, test } from "vitest";
import {
  linearPredictors,
  makeCovariateDesign,
  makeInterceptDesign,
  weightedCrossProduct,
} from "#core/statistics/linear/design.ts";
import {
  invertPositiveDefinite,
  multiplyVector,
  quadraticForm,
} from "#core/statistics/linear/positive-definite.ts";

const columns = fc
  .integer({ min: 1, max: 3 })
  .chain((p) =>
    fc.array(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 }),
      { minLength: p, maxLength: p },
    ),
  );

test("the inverse of a cross product undoes it, and its log determinant is that of the pivots", () => {
  fc.assert(
    fc.property(columns, (covariates) => {
      const design = makeCovariateDesign(6, covariates);
      const { p } = design;
      const matrix = weightedCrossProduct(design, new Float64Array(6).fill(1));
      const solved = invertPositiveDefinite(matrix, p);
      // If the matrix is nearly singular, its inverse is too inaccurate to compare.
      fc.pre(solved !== null && solved.logDeterminant > -6);
      if (solved === null) return;
      for (let j = 0; j < p; j += 1) {
        const unit = Float64Array.from({ length: p }, (_, i) => (i === j ? 1 : 0));
        const back = multiplyVector(matrix, multiplyVector(solved.inverse, unit));
        back.forEach((value, i) => {
          expect(value).toBeCloseTo(unit[i] ?? Number.NaN, 6);
        });
      }
    }),
  );
  const { inverse, logDeterminant } = invertPositiveDefinite(Float64Array.of(4, 2, 2, 3), 2) ?? {};
  expect([...(inverse ?? [])].map((value) => Math.round(value * 8))).toEqual([3, -2, -2, 4]);
  expect(logDeterminant).toBeCloseTo(Math.log(8), 12);
});

test("a matrix that is not positive definite has no inverse here", () => {
  expect(invertPositiveDefinite(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  expect(invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  expect(invertPositiveDefinite(Float64Array.of(Number.NaN), 1)).toBeNull();
});

test("a quadratic form weighs squares and products", () => {
  expect(quadraticForm(Float64Array.of(2, 1, 1, 3), [1, -2])).toBe(2 - 4 + 12);
});

test("linear predictors are the intercept and the covariates times their coefficients", () => {
  const design = makeCovariateDesign(2, [[3, -1]]);
  expect([...linearPredictors(design, [1, 10])]).toEqual([31, -9]);
  expect([...linearPredictors(makeInterceptDesign(2), [7])]).toEqual([7, 7]);
});
