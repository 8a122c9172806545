/**
 * Writes the pools that most questions share, fitted each by itself: those of single products and
 * of the other kind of regimen (a step of the build). A Worker that has just started then fits only
 * what it contrasts.
 */
import { bayesFitting } from "#core/comparison/bayes-fitting.ts";
import { compare } from "#core/comparison/compare.ts";
import type { Fit } from "#core/comparison/fit.ts";
import { dataset } from "#core/dataset.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { withoutFilters } from "#core/question/query-text.ts";
import {
  figuresText,
  modelsWith,
  rememberingFitting,
} from "#core/remembering/remembering-models.ts";
import type { PoolRow } from "#server/answers/made-pools.ts";
import { writeModule } from "../files.ts";

const pools = new Map<string, Fit>();
const { pool, ...rest } = rememberingFitting(bayesFitting());
const recording = modelsWith({
  ...rest,
  pool: (of, purpose) => {
    const fit = pool(of, purpose);
    if (purpose === "itself") pools.set(figuresText(of), fit);
    return fit;
  },
});

for (const query of questions()) compare(query, dataset, recording);

const rows = [...pools]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(rowOf)
  .filter(Boolean);

writeModule(
  "data/generated/pools.ts",
  ".dev/build/pools.ts",
  'import type { PoolRow } from "#server/answers/made-pools.ts";',
  "/** By figures. */",
  `export const pools: Readonly<Record<string, PoolRow>> = {\n${rows.join("\n")}\n};`,
);

/** Every outcome of the presets, and of all cohorts. */
function questions(): Query[] {
  const outcome = dataset.outcomes.map(({ id }) => id);
  const asked = [...dataset.presets.map(({ query }) => query), withoutFilters(defaultQuery)];
  return asked.map((query) => ({ ...query, outcome }));
}

function rowOf([key, fit]: [string, Fit]): string {
  const { status, k, estimate, interval, tau } = fit;
  if (estimate === null || interval === null || tau === null) return "";
  const row: PoolRow = [status, k, estimate, ...interval, tau];
  return `${JSON.stringify(key)}: ${JSON.stringify(row)},`;
}
