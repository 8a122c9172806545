/**
 * Writes two modules (a step of the build): the published pools that may be shown with our rows, and those of the
 * named sets beside the numbers here.
 */

import { listComparisonsWithPublished } from "#core/answer/compare-with-published.ts";
import { roundNumbersDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { published } from "#data/generated/collections.ts";
import { writeGeneratedModule } from "../files.ts";

const pools = selectComparablePublishedPools(published);

writeGeneratedModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedPool } from "#core/others/published-gate.ts";',
  `export const publishedPools: readonly PublishedPool[] = ${JSON.stringify(roundNumbersDeep(pools))};`,
);

const values = listComparisonsWithPublished(dataset, pools);

writeGeneratedModule(
  "data/generated/published-values.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedValue } from "#core/answer/compare-with-published.ts";',
  `export const publishedValues: readonly PublishedValue[] = ${JSON.stringify(roundNumbersDeep(values))};`,
);
