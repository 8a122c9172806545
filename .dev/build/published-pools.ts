/** A step of the build: the published numbers that may stand beside our rows, as a module. */
import type { PublishedRates } from "#core/comparison/published-beside.ts";
import {
  gatedPools,
  heldRates,
  type PublishedPool,
  rangesOf,
  withheldOf,
} from "#core/comparison/published-gate.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { published } from "#data/generated/collections.ts";
import { writeModule } from "../files.ts";

const pools = roundDeep(gatedPools(published));
// By field, an empty text for the value above: so they are fewest bytes to fetch.
const names = Object.keys(pools[0] ?? {}) as (keyof PublishedPool)[];
const columns = names.map((name) => [
  name,
  pools.map((pool, at) =>
    at > 0 && pools[at - 1]?.[name] === pool[name] && typeof pool[name] === "string"
      ? ""
      : pool[name],
  ),
]);
const beside: Omit<PublishedRates, "pools"> = {
  held: heldRates(published),
  ranges: rangesOf(published),
  withheld: withheldOf(published),
};
writeModule(
  "data/generated/published-pools.ts",
  ".dev/build/published-pools.ts",
  'import { type PublishedRates, poolsOf } from "#core/comparison/published-beside.ts";',
  "export const publishedRates: PublishedRates = {",
  `  pools: poolsOf(${JSON.stringify(Object.fromEntries(columns))}),`,
  `  ...${JSON.stringify(beside)} };`,
);
