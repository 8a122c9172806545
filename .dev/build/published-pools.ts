/** A step of the build: the published numbers that may stand beside our rows, and all of them beside ours, as modules. */

import { models } from "#core/answer/models.ts";
import { roundDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { gatedPools, isReviewed } from "#core/others/published-gate.ts";
import type { Agreement, PublishedSource } from "#core/others/published-values.ts";
import { published } from "#data/generated/collections.ts";
import { addressOf } from "#data/source-address.ts";
import { writeModule } from "../files.ts";
import { agreementWith } from "./agreement.ts";

writeModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import type { PublishedPool } from "#core/others/published-gate.ts";',
  `export const publishedPools: readonly PublishedPool[] = ${JSON.stringify(roundDeep(gatedPools(published)))};`,
);

const shown = published.filter(isReviewed);

const sources = shown.map(
  (one): PublishedSource => ({
    id: one.id,
    name: one.set?.name ?? one.citation,
    href: addressOf(one),
    isSet: one.set !== null,
    studies: one.k?.studies ?? null,
    patients: one.n?.total ?? null,
  }),
);

const values: readonly Agreement[] = shown.flatMap((one) => agreementWith(one, dataset, models));

writeModule(
  "data/generated/published-values.ts",
  ".dev/build/published-pools.ts",
  'import type { Agreement, PublishedSource } from "#core/others/published-values.ts";',
  `export const publishedSources: readonly PublishedSource[] = ${JSON.stringify(sources)};`,
  `export const publishedValues: readonly Agreement[] = ${JSON.stringify(roundDeep(values))};`,
);
