/**
 * One outcome with products as a level of the model: cohorts in products in a class. Cohorts of one
 * product resemble each other, which the model of the answer does not know. The class is then the
 * plain mean of the products in the answer, and μ, a typical product, is a number of its own.
 */
import type { TherapyClass } from "#data/vocabulary.ts";
import { reference } from "../../evidence/classes.ts";
import type { Dataset } from "../../evidence/dataset.ts";
import type { Entry, Poolable } from "../../evidence/gather.ts";
import { byGroup } from "../../evidence/grouping.ts";
import { byProduct } from "../../evidence/products.ts";
import type { BayesContrast } from "../../statistics/bayes/contrast.ts";
import {
  type Cluster,
  contrastNested,
  type Estimate,
  type NestedPool,
  poolNestedLandmarks,
  poolNestedProportions,
} from "../../statistics/nested/pool.ts";
import { figuresOf } from "../bayes-fitting.ts";
import { isNotRepresented } from "../coverage.ts";
import { type Compared, type Fit, noFit } from "../fit.ts";
import type { MeasuredGroup } from "../measure.ts";
import { verdictOn } from "../verdict.ts";
import type { CheckedContrast } from "./checks.ts";
import type { ProductLevel, ProductLevelPool } from "./schema.ts";

type ProductLevelContrast = NonNullable<ProductLevel["contrast"]>;

/** A class with its products as a level of the model; its fit is that of μ. */
export type NestedClass = MeasuredGroup<TherapyClass, Poolable> &
  Compared & {
    /** `null` if the class has no number. */
    readonly pool: NestedPool | null;
    readonly clusters: readonly OwnCluster[];
  };

/** Pools each class with its products as a level, and contrasts μ of CAR-T with that of bispecifics. */
export function withProducts(
  measured: readonly MeasuredGroup<TherapyClass, Poolable>[],
  dataset: Pick<Dataset, "products">,
): readonly NestedClass[] {
  const pooled = measured.map((group) => {
    const { entries } = group.own.gathered;
    // A product as it was counted is no number of its class.
    const shown = !group.counted && !isNotRepresented(entries, group.coverage);
    const { pool, clusters } = shown ? nestedOf(entries, dataset) : { pool: null, clusters: [] };
    return { ...group, counted: null, clusters, pool, fit: fitOf(pool) };
  });
  const against = pooled.find(({ id }) => id === reference)?.pool;
  return pooled.map((group) => ({
    ...group,
    contrast:
      group.id === reference || !group.pool || !against
        ? null
        : figuresOf(contrastNested(group.pool, against, "mu")),
  }));
}

function fitOf(pool: NestedPool | null): Fit {
  if (pool === null) return noFit;
  const { k, mu, tau } = pool;
  return { ...noFit, status: k === 1 ? "one-cohort" : "ok", k, ...mu, tau };
}

export function productLevel(
  nested: readonly NestedClass[],
  contrast: CheckedContrast | undefined,
): ProductLevel {
  const [a, b] = nested.map(({ pool }) => pool);
  return {
    pools: byGroup(nested, ({ pool, clusters }) => (pool ? summary(pool, clusters) : null)),
    contrast: a && b && contrast ? contrastOf(a, b, contrast) : null,
  };
}

type OwnCluster = Cluster<Entry> & { readonly product: string; readonly averaged: boolean };

function nestedOf(entries: readonly Entry[], { products }: Pick<Dataset, "products">) {
  const clusters = byProduct(entries).map(
    ({ product, own }): OwnCluster => ({
      product,
      studies: own,
      averaged: products.find(({ slug }) => slug === product)?.contains.length === 0,
    }),
  );
  const counted = clusters.map(({ averaged, studies }) => ({
    averaged,
    studies: studies.flatMap(({ figure }) => ("events" in figure ? [figure] : [])),
  }));
  const pool = counted.some(({ studies }) => studies.length > 0)
    ? poolNestedProportions(counted)
    : poolNestedLandmarks(
        clusters.map(({ averaged, studies }) => ({
          averaged,
          studies: studies.flatMap(({ figure }) => ("hazard" in figure ? [figure.hazard] : [])),
        })),
      );
  return { pool, clusters };
}

function summary(
  { k, mean, mu, clusters: estimates, tau, rho }: NestedPool,
  clusters: readonly OwnCluster[],
): ProductLevelPool {
  const products = clusters.flatMap(({ product, averaged, studies }, j) => {
    const estimate = estimates[j];
    return averaged && estimate ? [{ product, k: studies.length, ...rounded(estimate) }] : [];
  });
  return {
    k,
    products,
    mean: mean && rounded(mean),
    mu: rounded(mu),
    tau: round(tau),
    rho: round(rho),
  };
}

function contrastOf(
  a: NestedPool,
  b: NestedPool,
  answer: CheckedContrast,
): ProductLevelContrast | null {
  const [mean, mu] = [contrastNested(a, b, "mean"), contrastNested(a, b, "mu")];
  if (mean === null || mu === null) return null;
  const { oddsRatio, oddsRatioInterval, probabilityHigher } = mean;
  const ofMeans = per100(mean);
  const ofMu = per100(mu);
  return {
    ...ofMeans,
    oddsRatio: Number(oddsRatio.toPrecision(3)),
    oddsRatioInterval: [
      Number(oddsRatioInterval[0].toPrecision(3)),
      Number(oddsRatioInterval[1].toPrecision(3)),
    ],
    probabilityHigher: round(probabilityHigher),
    muDifferencePer100: ofMu.differencePer100,
    muDifferenceInterval: ofMu.differenceInterval,
    verdict: verdictOn(answer, { status: "ok", ...ofMeans }),
  };
}

function per100({
  difference,
  differenceInterval: [low, high],
}: BayesContrast): Pick<ProductLevelContrast, "differencePer100" | "differenceInterval"> {
  const points = (value: number): number => Math.round(10_000 * value) / 100;
  return { differencePer100: points(difference), differenceInterval: [points(low), points(high)] };
}

function rounded({ estimate, interval: [low, high] }: Estimate): Estimate {
  return { estimate: round(estimate), interval: [round(low), round(high)] };
}

/** To the digits that are right: proportions to 0.001. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
