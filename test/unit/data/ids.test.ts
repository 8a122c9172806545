/**
 * The ids and slugs that programs, links and records may name, as a file that is read as a diff: a line more is new
 * evidence, a line that changes or goes breaks the contract of v1. `npm run accept` writes it.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";

const ids = {
  cohort: dataset.cohorts.map(({ id }) => id),
  outcome: dataset.outcomes.map(({ id }) => id),
  product: dataset.products.map(({ slug }) => slug),
  set: dataset.presets.map(({ id }) => id),
};

it("are those that were there before, and new ones", async () => {
  const lines = Object.entries(ids).flatMap(([kind, names]) =>
    [...names].sort().map((name) => `${kind} ${name}`),
  );
  expect(new Set(lines).size).toBe(lines.length);
  await expect(
    `${lines.join("\n")}\n`,
    "ids.txt has other ids: `npm run accept` adds new ones; an id that is there stays",
  ).toMatchFileSnapshot(join(import.meta.dirname, "ids.txt"));
});
