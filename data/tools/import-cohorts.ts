/**
 * Turns collected evidence files into `data/cohorts/<id>.json`.
 *
 * `<folder>/cohorts/<id>.json` are all carried; `roexFile` holds the rows of a meta-analysis
 * (`roex.ts`). How a figure is read follows general rules (`figures.ts`, `survival.ts`) and, where a
 * rule cannot know, a judgement with its reason (`judgements.ts`, `cohort-judgements.ts`,
 * `survival-judgements.ts`, `infused.ts`).
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type Cohort, outcomeSchema } from "../schema.ts";
import { cohortOf } from "./cohort.ts";
import { type CollectedCohort, parseCollected } from "./handover.ts";
import { overlapsOf } from "./overlaps.ts";
import type { Cite } from "./references.ts";
import { linkedRow, parseRoex, roexCohortOf } from "./roex.ts";
import { roexCohorts } from "./roex-rows.ts";

const dataFolder = join(import.meta.dirname, "..");

export function importCohorts(folder: string, roexFile: string, cite: Cite): void {
  const outcomes = v.parse(
    v.array(outcomeSchema),
    JSON.parse(readFileSync(join(dataFolder, "outcomes.json"), "utf8")),
  );
  const collected: CollectedCohort[] = readdirSync(join(folder, "cohorts"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => parseCollected(readFileSync(join(folder, "cohorts", name), "utf8")));
  const rows = parseRoex(readFileSync(roexFile, "utf8"));
  const left: string[] = [];
  const described = rows.flatMap((row) => roexCohortOf(row, cite) ?? []);
  const overlaps = overlapsOf([
    ...collected,
    ...described.map((cohort) => ({ ...cohort, overlapsWith: remarksOn(cohort) })),
  ]);
  const overlapsFor = ({ id }: { id: string }) => overlaps.get(id) ?? [];
  const cohorts: Cohort[] = [
    ...collected.map((source) =>
      cohortOf(
        source,
        outcomes,
        overlapsFor(source),
        linkedRow(source.id, rows),
        cite,
        (where, what) => left.push(`${where}: ${what}`),
      ),
    ),
    ...described.map((cohort) => ({ ...cohort, overlaps: overlapsFor(cohort) })),
  ];
  for (const cohort of cohorts) {
    writeFileSync(
      join(dataFolder, "cohorts", `${cohort.id}.json`),
      `${JSON.stringify(cohort, null, 2)}\n`,
    );
  }
  const figures = cohorts.reduce((sum, cohort) => sum + cohort.figures.length, 0);
  console.log(`${cohorts.length} cohorts, ${figures} figures`);
  console.log(`left out (${left.length}):`);
  for (const line of left) console.log(`  ${line}`);
}

function remarksOn({ id }: Cohort): readonly string[] {
  return Object.values(roexCohorts).find((described) => described.id === id)?.overlapsWith ?? [];
}
