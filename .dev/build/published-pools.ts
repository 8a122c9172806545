/** A step of the build: the published numbers that may stand beside our rows, as a module. */

import { roundDeep } from "#core/answer/round.ts";
import { gatedPools } from "#core/others/published-gate.ts";
import { published } from "#data/generated/collections.ts";
import { writeModule } from "../files.ts";

writeModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedPool } from "#core/others/published-gate.ts";',
  `export const publishedPools: readonly PublishedPool[] = ${JSON.stringify(roundDeep(gatedPools(published)))};`,
);
