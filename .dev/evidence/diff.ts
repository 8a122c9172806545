/**
 * `npm run evidence -- diff [revision]`: what changed in the data since a git revision, and what
 * that does to the numbers of the ready-made questions. Without a revision: the edits that are not
 * committed yet. Both numbers are computed with the present code.
 */
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import type { DataFile } from "#data/evidence.ts";
import { root } from "../files.ts";
import { dataChanges } from "./data-changes.ts";
import { effectLines } from "./effect-lines.ts";
import { mendedEvidence } from "./mended.ts";
import { dataFilesAt } from "./older-data.ts";
import { effectOf, shownBy } from "./shown.ts";

const revision = process.argv[3] ?? "HEAD";

try {
  const before = dataFilesAt(root, revision);
  const after = readDataFiles(join(root, "data"));
  title(`Data since ${revision}`);
  print(dataChanges(before, after), "Nothing changed.");
  title("Numbers of the ready-made questions: per 100 patients, 95 % interval, cohorts, patients");
  print(effectLines(effectOf(shownIn(before, revision), shownIn(after, "now"))), "None changed.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Also the present files are mended, so that a diff can be seen while they break a rule. */
function shownIn(files: readonly DataFile[], state: string) {
  const { evidence, left } = mendedEvidence(files);
  for (const [file, why] of left) console.log(`(${state}: without ${file}, ${why})`);
  return shownBy(evidence);
}

function title(text: string): void {
  console.log(`\n${text}\n`);
}

function print(lines: readonly string[], none: string): void {
  console.log(lines.length === 0 ? none : lines.join("\n"));
}
