/** A step of the build: the published numbers that may stand beside our rows, as a module. */
import { gatedPools } from "#core/comparison/published-gate.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { published } from "#data/generated/collections.ts";
import { writeModule } from "../files.ts";

writeModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedPool } from "#core/comparison/published-gate.ts";',
  `export const publishedPools: readonly PublishedPool[] = ${JSON.stringify(roundDeep(gatedPools(published)))};`,
);
