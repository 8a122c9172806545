/**
 * `npm run coverage:clustered`: how often intervals of nominal 95 % contain the true difference of
 * two classes whose cohorts come in products, by simulation. The truths are the difference of the
 * means of these products, and that of μ, i.e. of typical products.
 * `npm run coverage:clustered -- 500 7` sets data sets per cell and seed.
 */
import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { contrastSeparate } from "#core/statistics/contrast/pools.ts";
import type { Interval } from "#core/statistics/interval.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import { contrastNested, poolNestedProportions } from "#core/statistics/nested/pool.ts";
import { expit } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";
import { binomialNormalStudies, normal, seeded } from "../stress/random-studies.ts";
import { commonFit } from "../support/common-fit.ts";
import { wholeNumbers } from "../support/whole-numbers.ts";

interface Side {
  /** Cohorts of each product. */
  readonly layout: readonly number[];
  readonly rate: number;
  readonly tauProduct: number;
  readonly tauCohort: number;
}

type Cell = readonly [Side, Side];

const today = [
  [2, 2, 2, 2],
  [2, 2, 1],
] as const;
const cell = (
  [first, second]: readonly [readonly number[], readonly number[]],
  [rate, other]: readonly [number, number],
  [product, cohort]: readonly [number, number],
  [otherProduct, otherCohort]: readonly [number, number] = [product, cohort],
): Cell => [
  { layout: first, rate, tauProduct: product, tauCohort: cohort },
  { layout: second, rate: other, tauProduct: otherProduct, tauCohort: otherCohort },
];
const cells: readonly Cell[] = [
  cell(today, [0.9, 0.65], [0.6, 0.2]),
  cell(today, [0.9, 0.65], [0.9, 0.2]),
  cell(today, [0.9, 0.65], [1.2, 0.3]),
  cell(today, [0.9, 0.65], [0.9, 0.2], [0.3, 0.2]),
  cell(today, [0.9, 0.65], [0.2, 0.6]),
  cell(today, [0.8, 0.8], [0.6, 0.2]),
  cell(today, [0.8, 0.8], [0.9, 0.2]),
  cell(
    [
      [5, 1, 1, 1],
      [3, 1, 1],
    ],
    [0.9, 0.65],
    [0.9, 0.2],
  ),
  cell(
    [
      [3, 3],
      [2, 2],
    ],
    [0.9, 0.65],
    [0.9, 0.2],
  ),
  cell([Array<number>(8).fill(1), Array<number>(5).fill(1)], [0.9, 0.65], [0.9, 0.2]),
];
const [runs, seed] = wholeNumbers(process.argv.slice(2), [2000, 20_261_122]);
const random = seeded(seed);

/** Sizes like those of published cohorts, evenly distributed on the log scale. */
const smallest = 15;
const largest = 180;

const methods = ["nested", "flat", "GLMM with class, t", "DerSimonian–Laird, Wald"] as const;

console.log(
  [
    "| cohorts of each product | rates | τ product, cohort | truth |",
    ...methods.map((method) => ` ${method} |`),
  ].join(""),
);
console.log(`|---|---|---|---|${"--:|".repeat(methods.length)}`);
for (const sides of cells) {
  const covered = { mean: methods.map(() => 0), mu: methods.map(() => 0) };
  const made = methods.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    const [a, b] = [draw(sides[0]), draw(sides[1])];
    const truth = { mean: a.mean - b.mean, mu: a.mu - b.mu };
    for (const [m, found] of intervals(a.products, b.products).entries()) {
      if (found === null) continue;
      made[m] = (made[m] ?? 0) + 1;
      for (const target of ["mean", "mu"] as const) {
        const [low, high] = found[target];
        if (low <= truth[target] && truth[target] <= high) {
          covered[target][m] = (covered[target][m] ?? 0) + 1;
        }
      }
    }
  }
  for (const target of ["mean", "mu"] as const) {
    const shares = covered[target].map((count, m) => (100 * count) / (made[m] ?? 0));
    console.log(
      `| ${sides.map(({ layout }) => layout.join(",")).join(" v ")} | ${sides.map(({ rate }) => 100 * rate).join(" v ")} % | ${described(sides)} | ${target === "mean" ? "these products" : "μ"} | ${shares.map((share) => share.toFixed(1)).join(" | ")} |`,
    );
  }
}
const error = 100 * Math.sqrt((0.95 * 0.05) / runs);
console.log(`\n${runs} data sets a cell, seed ${seed}, simulation error ±${error.toFixed(1)}.`);

function described([a, b]: Cell): string {
  const own = ({ tauProduct, tauCohort }: Side): string => `${tauProduct}, ${tauCohort}`;
  return own(a) === own(b) ? own(a) : `${own(a)} v ${own(b)}`;
}

function draw({ layout, rate, tauProduct, tauCohort }: Side) {
  const mu = Math.log(rate / (1 - rate));
  const products = layout.map((cohorts) => {
    const m = mu + tauProduct * normal(random);
    const ns = Array.from({ length: cohorts }, () =>
      Math.round(smallest * (largest / smallest) ** random()),
    );
    return { m, studies: binomialNormalStudies(random, ns, m, tauCohort) };
  });
  const mean = products.reduce((sum, { m }) => sum + expit(m), 0) / products.length;
  return { products: products.map(({ studies }) => ({ studies })), mean, mu: rate };
}

type Products = readonly { readonly studies: readonly Study[] }[];

/** The interval of the difference by each method, and what each offers for either truth. */
function intervals(
  a: Products,
  b: Products,
): readonly (Readonly<Record<"mean" | "mu", Interval>> | null)[] {
  const [first, second] = [
    a.flatMap(({ studies }) => studies),
    b.flatMap(({ studies }) => studies),
  ];
  const nested = [poolNestedProportions(a), poolNestedProportions(b)] as const;
  const of = (target: "mean" | "mu"): Interval | undefined =>
    nested[0] && nested[1]
      ? contrastNested(nested[0], nested[1], target)?.differenceInterval
      : undefined;
  const [mean, mu] = [of("mean"), of("mu")];
  const same = (interval: Interval | undefined) =>
    interval ? { mean: interval, mu: interval } : null;
  const common = commonFit(
    [...first, ...second],
    [...first.map(() => "b"), ...second.map(() => "a")],
    { test: "t" },
  );
  const [dlFirst, dlSecond] = [first, second].map((studies) =>
    poolInverseVariance(studies, {
      method: "DL",
      test: "z",
    }),
  );
  const pooled = (pool: typeof dlFirst) =>
    pool !== undefined && "interval" in pool ? { ...pool, k: 0 } : null;
  const [dlA, dlB] = [pooled(dlFirst), pooled(dlSecond)];
  return [
    mean && mu ? { mean, mu } : null,
    same(contrastPools(poolProportions(first), poolProportions(second))?.differenceInterval),
    same("contrasts" in common ? common.contrasts[0]?.differenceInterval : undefined),
    same(dlA && dlB ? contrastSeparate(dlA, dlB, { test: "z" }).differenceInterval : undefined),
  ];
}
