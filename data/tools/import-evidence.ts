/**
 * Turns collected evidence files into `data/cohorts/<id>.json`.
 *
 *   node data/tools/import-evidence.ts <evidence-folder>
 *
 * `<evidence-folder>` holds `cohorts/<id>.json`. What is carried is listed in
 * `selection.ts`; how a figure is read follows general rules (`figures.ts`,
 * `survival.ts`) and, where a rule cannot know, a judgement with its reason
 * (`judgements.ts`, `cohort-judgements.ts`, `survival-judgements.ts`, `infused.ts`).
 * The result depends on nothing else: the same folder gives the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { outcomeSchema } from "../schema.ts";
import { cohortOf } from "./cohort.ts";
import { type CollectedCohort, parseCollected } from "./handover.ts";
import { overlapsOf } from "./overlaps.ts";
import { selectedCohorts } from "./selection.ts";

const dataFolder = join(import.meta.dirname, "..");

function importEvidence(folder: string): void {
  const outcomes = v.parse(
    v.array(outcomeSchema),
    JSON.parse(readFileSync(join(dataFolder, "outcomes.json"), "utf8")),
  );
  const collected: CollectedCohort[] = selectedCohorts.map((id) =>
    parseCollected(readFileSync(join(folder, "cohorts", `${id}.json`), "utf8")),
  );
  const overlaps = overlapsOf(collected);
  const left: string[] = [];
  let figures = 0;
  for (const source of collected) {
    const cohort = cohortOf(source, outcomes, overlaps.get(source.id) ?? [], (where, what) =>
      left.push(`${where}: ${what}`),
    );
    figures += cohort.figures.length;
    writeFileSync(
      join(dataFolder, "cohorts", `${cohort.id}.json`),
      `${JSON.stringify(cohort, null, 2)}\n`,
    );
  }
  console.log(`${collected.length} cohorts, ${figures} figures`);
  console.log(`left out (${left.length}):`);
  for (const line of left) console.log(`  ${line}`);
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node data/tools/import-evidence.ts <evidence-folder>");
  process.exit(2);
}
importEvidence(folder);
