/**
 * Turns collected rows into `data/subgroups/<study>.json` and `data/comparisons/<study>.json`.
 *
 * `<folder>` holds `subgroups.json`, `comparisons.json` and `published.json`, of which only the
 * indirect and matched comparisons are read here. General rules are code; what a rule cannot know is
 * a line in `subgroup-studies.ts`, `comparison-studies.ts`, `collected-outcomes.ts` or
 * `report-sources.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { outcomeSchema } from "../schema.ts";
import { parseCollections } from "./collected-rows.ts";
import { comparisonsOf, isComparison } from "./comparisons.ts";
import type { Cite } from "./references.ts";
import { isSubgroup, subgroupsOf } from "./subgroups.ts";

const dataFolder = join(import.meta.dirname, "..");

export function importCollections(folder: string, cite: Cite): void {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const outcomes = v.parse(
    v.array(outcomeSchema),
    JSON.parse(readFileSync(join(dataFolder, "outcomes.json"), "utf8")),
  );
  const collected = parseCollections({
    subgroups: read("subgroups.json"),
    comparisons: read("comparisons.json"),
    published: read("published.json"),
  });
  const remarks: string[] = [];
  const report = (where: string, what: string): void => {
    remarks.push(`${where}: ${what}`);
  };
  const within = collected.comparisons.filter(isSubgroup);
  const between = collected.comparisons.filter((row) => !isSubgroup(row));
  write("subgroups", subgroupsOf([...collected.subgroups, ...within], outcomes, cite, report));
  write(
    "comparisons",
    comparisonsOf(between, collected.reports.filter(isComparison), outcomes, cite, report),
  );
  console.log(`remarks (${remarks.length}):`);
  for (const remark of remarks) console.log(`  ${remark}`);
}

function write(
  name: string,
  studies: readonly { id: string; figures: readonly unknown[] }[],
): void {
  const folder = join(dataFolder, name);
  mkdirSync(folder, { recursive: true });
  for (const study of studies) {
    writeFileSync(join(folder, `${study.id}.json`), `${JSON.stringify(study, null, 2)}\n`);
  }
  const figures = studies.reduce((sum, study) => sum + study.figures.length, 0);
  console.log(`${name}: ${studies.length} studies, ${figures} figures`);
}
