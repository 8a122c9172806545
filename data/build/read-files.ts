/**
 * Reads the data files of the repository, and computes the version of the data. Only this module knows how the files
 * lie on disk.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFile, Evidence } from "../evidence.ts";
import { folders, singles } from "../files.ts";
import { parseRules } from "../review-parts.ts";

export function readDataFiles(dataFolder: string): DataFile[] {
  const names = Object.keys(folders).flatMap((folder) =>
    readdirSync(join(dataFolder, folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const only = Object.keys(singles).map((name) => `${name}.json`);
  return [...names, ...only].map((name) =>
    parseDataFile(`data/${name}`, readFileSync(join(dataFolder, name), "utf8")),
  );
}

const evidence = "functions/core/evidence/";
const answer = "functions/core/answer/";

/** Lists the code of each rule that a clinician signs. */
const codeOfRules: Readonly<Record<string, readonly string[]>> = {
  "Which trials": ["select.ts", "filters.ts", "labels.ts"].map((file) => evidence + file),
  "Nobody twice": [`${evidence}overlap.ts`],
  "Which data cut": [`${evidence}cuts.ts`, `${evidence}choose.ts`],
  "Of whom": [`${evidence}choose.ts`, `${answer}intention-to-treat.ts`],
  "One number a class": [`${answer}fit.ts`, `${answer}summarise.ts`],
  "When a difference stands": ["analyses.ts", "apart.ts", "contrast.ts", "row-status.ts"].map(
    (file) => answer + file,
  ),
  Certainty: [`${answer}answer-notes.ts`],
  Survival: [`${evidence}medians.ts`, `${evidence}survival-months.ts`],
  "What cannot be compared": [`${answer}evidence.ts`],
  Sources: [`${evidence}choose.ts`],
};

/** Returns what each rule says, by name: its words for clinicians and its code, without comments and layout. */
export function readRules(dataFolder: string): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(dataFolder, "..", path), "utf8");
  return new Map(
    parseRules(read("functions/server/pages/review/rules.md")).map(({ name, says }) => {
      const files = codeOfRules[name];
      if (!files) throw new Error(`no code is named for the rule "${name}"`);
      return [name, [says, ...files.map((path) => removeComments(read(path)))].join("\0")];
    }),
  );
}

/** Returns code without comments and layout. Strings stay as they are, so that `//` in an address is no comment. */
export function removeComments(code: string): string {
  return code
    .replace(/("(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/([([{]) |,? (?=[)\]}])/g, "$1")
    .trim();
}

/** Returns the content of a file; if it is no JSON, `unreadable` says why, and nothing is thrown. */
export function parseDataFile(path: string, text: string): DataFile {
  try {
    return { path, content: JSON.parse(text) };
  } catch (error) {
    return { path, content: undefined, unreadable: String(error).replace(/\s+/g, " ") };
  }
}

/**
 * Returns the version as `<date of the data>-<first 8 hex digits of the hash of its content>`. The hash leaves out
 * history and reviews, which name a version, the documents that are still to be opened, and the searches: none of these
 * changes a number.
 */
export function computeDataVersion({
  changes,
  reviews,
  documents,
  searches,
  ...evidence
}: Evidence): string {
  const content = createHash("sha256").update(JSON.stringify(evidence)).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
