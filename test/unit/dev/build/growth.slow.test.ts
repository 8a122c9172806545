/** However much the data grow, they can be built. */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Cohort } from "#data/schema.ts";
import { root } from "../../../../.dev/files.ts";
import { makeTestFolder } from "../../../support/test-folder.ts";

const folder = makeTestFolder("growth-");
// The rules that a clinician reads are among those whose hash the data hold.
const rules = "functions/server/pages/review/rules.md";
for (const name of ["package.json", ".dev", "data", "functions/core", rules]) {
  cpSync(join(root, name), join(folder, name), { recursive: true });
}
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
const cohorts = join(folder, "data/cohorts");
const names = readdirSync(cohorts);

it.each([1, 5])("%d times the cohorts are built", (times) => {
  for (let copy = 2; copy <= times; copy += 1) addCopy(copy);
  const { status, stderr } = spawnSync(process.execPath, [join(folder, ".dev/build/data.ts")], {
    encoding: "utf8",
  });
  expect([stderr, status]).toEqual(["", 0]);
  const set = readFileSync(join(folder, "data/generated/compute-set.ts"), "utf8");
  const ids = readdirSync(cohorts).map((name) => name.replace(".json", ""));
  expect(ids).toHaveLength(times * names.length);
  for (const id of ids) expect(set).toContain(`"id":"${id}"`);
});

/** Adds a copy of the cohorts, which overlap each other and none of the other copies. */
function addCopy(copy: number): void {
  const named = (id: string) => `${id}-${copy}`;
  for (const name of names) {
    const cohort = JSON.parse(readFileSync(join(cohorts, name), "utf8")) as Cohort;
    const overlaps = cohort.overlaps.map((edge) => ({ ...edge, with: named(edge.with) }));
    const id = named(cohort.id);
    writeFileSync(join(cohorts, `${id}.json`), JSON.stringify({ ...cohort, id, overlaps }));
  }
  const file = join(folder, "data/known-discrepancies.json");
  const discrepancies = JSON.parse(readFileSync(file, "utf8")) as { cohort: string }[];
  const more = discrepancies
    .filter(
      (discrepancy) => names.includes(`${discrepancy.cohort}.json`) && "outcome" in discrepancy,
    )
    .map((discrepancy) => ({ ...discrepancy, cohort: named(discrepancy.cohort) }));
  writeFileSync(file, JSON.stringify([...discrepancies, ...more]));
}
