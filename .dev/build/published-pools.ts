/**
 * Writes two modules (a step of the build): the published numbers that may be shown with our rows, and the table
 * that compares all published numbers with ours.
 */

import { roundDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { gatedPools } from "#core/others/published-gate.ts";
import { published } from "#data/generated/collections.ts";
import { writeModule } from "../files.ts";
import { publishedValuesOf } from "./agreement.ts";

writeModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedPool } from "#core/others/published-gate.ts";',
  `export const publishedPools: readonly PublishedPool[] = ${JSON.stringify(roundDeep(gatedPools(published)))};`,
);

const { sources, values } = publishedValuesOf(published, dataset);

writeModule(
  "data/generated/published-values.ts",
  ".dev/build/published-pools.ts",
  'import type { Agreement, PublishedSource } from "#core/others/published-values.ts";',
  `export const publishedSources: readonly PublishedSource[] = ${JSON.stringify(sources)};`,
  `export const publishedValues: readonly Agreement[] = ${JSON.stringify(roundDeep(values))};`,
);
