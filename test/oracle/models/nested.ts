import * as v from "valibot";
import { type BayesContrast, contrastPosteriors } from "#core/statistics/bayes/contrast.ts";
import type { LandmarkStudy } from "#core/statistics/bayes/pool.ts";
import {
  contrastNested,
  type NestedPool,
  poolNestedLandmarks,
  poolNestedProportions,
} from "#core/statistics/nested/pool.ts";
import { logChoose } from "#core/statistics/special/log-beta.ts";
import type { Study } from "#core/statistics/study.ts";
import { landmark } from "#core/statistics/survival/landmark.ts";
import type { Interval } from "#core/statistics/types.ts";
import { groupNames, rowsByGroup } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const shared = { product: v.array(v.string()), group: groupNames };

const input = v.union([
  v.strictObject({ events: v.array(v.number()), n: v.array(v.number()), ...shared }),
  v.strictObject({
    survival: v.array(v.number()),
    lower: v.array(v.number()),
    upper: v.array(v.number()),
    ...shared,
  }),
]);

const options = v.strictObject({
  model: v.picklist(["bayes-nested", "bayes-nested-landmark"]),
  prior: v.strictObject({
    mu: v.strictObject({ dist: v.literal("normal"), mean: v.number(), sd: v.number() }),
    tau: v.strictObject({ dist: v.literal("half-normal"), scale: v.number() }),
    rho: v.strictObject({
      dist: v.literal("uniform"),
      low: v.literal(0),
      high: v.literal(1),
    }),
  }),
});

type Given = v.InferOutput<typeof input>;

/** Cohorts in products in classes; CART, or the first class if there is none, against the other. */
export const nested = oracleModel(input, options, (given, { prior }) => {
  const pools = [...rowsByGroup(given.group)].map(([name, rows]) => {
    const products = [...new Set(rows.map((row) => given.product[row] ?? ""))];
    const rowsOf = products.map((product) => rows.filter((row) => given.product[row] === product));
    return {
      name,
      products,
      constant: constantOf(given, rows),
      pool: poolOf(given, rowsOf, prior),
    };
  });
  const a = pools.find(({ name }) => name === "CART") ?? pools[0];
  const b = pools.find((one) => one !== a);
  return {
    ...Object.fromEntries(pools.map((one) => [one.name, figures(one)])),
    contrast: a?.pool && b?.pool && contrastFigures(a.pool, b.pool),
    productContrast: a?.pool &&
      b?.pool && {
        of: [a.products[0], b.products[0]],
        ...productFigures(a.pool, b.pool),
      },
  };
});

function poolOf(
  given: Given,
  clusters: readonly (readonly number[])[],
  prior: v.InferOutput<typeof options>["prior"],
): NestedPool | null {
  if ("n" in given) {
    const study = (row: number): Study => ({
      events: given.events[row] ?? Number.NaN,
      n: given.n[row] ?? Number.NaN,
    });
    return poolNestedProportions(
      clusters.map((rows) => ({ studies: rows.map(study) })),
      { prior },
    );
  }
  const study = (row: number): LandmarkStudy => {
    const interval: Interval = [given.lower[row] ?? Number.NaN, given.upper[row] ?? Number.NaN];
    const found = landmark({ survival: given.survival[row] ?? Number.NaN, interval, level: 0.95 });
    if (found === null) throw new RangeError(`study ${row} has no landmark`);
    return found;
  };
  return poolNestedLandmarks(
    clusters.map((rows) => ({ studies: rows.map(study) })),
    { prior },
  );
}

/** The fixtures leave out the binomial coefficients of the likelihood. */
function constantOf(given: Given, rows: readonly number[]): number {
  if (!("n" in given)) return 0;
  return rows.reduce((sum, row) => sum + logChoose(given.n[row] ?? 0, given.events[row] ?? 0), 0);
}

interface Fitted {
  readonly products: readonly string[];
  readonly constant: number;
  readonly pool: NestedPool | null;
}

function figures({ products, constant, pool }: Fitted) {
  if (pool === null) return null;
  const { mu, mean, rho, logMarginalLikelihood } = pool;
  return {
    mu: [mu.estimate, ...mu.interval],
    meanOfProducts: mean && [mean.estimate, ...mean.interval],
    rhoMean: rho,
    logMarginalLikelihood: logMarginalLikelihood - constant,
    products: Object.fromEntries(
      pool.clusters.map((cluster, j) => [
        products[j],
        { estimate: [cluster.estimate, ...cluster.interval] },
      ]),
    ),
  };
}

function contrastFigures(a: NestedPool, b: NestedPool) {
  const [mu, mean] = [contrastNested(a, b, "mu"), contrastNested(a, b, "mean")];
  return {
    ...(mu && basic(mu)),
    differenceOfMeans: mean && per100(mean),
    probabilityHigherOfMeans: mean?.probabilityHigher,
    oddsRatioOfMeans: mean && [mean.oddsRatio, ...mean.oddsRatioInterval],
  };
}

function productFigures(a: NestedPool, b: NestedPool) {
  const [first, second] = [a.posterior.clusters[0], b.posterior.clusters[0]];
  return first && second && basic(contrastPosteriors(first, second, 0.95));
}

function basic(contrast: BayesContrast) {
  return {
    difference: per100(contrast),
    logOddsRatio: [contrast.oddsRatio, ...contrast.oddsRatioInterval].map(Math.log),
    probabilityHigher: contrast.probabilityHigher,
  };
}

function per100({ difference, differenceInterval }: BayesContrast): number[] {
  return [difference, ...differenceInterval].map((value) => 100 * value);
}
