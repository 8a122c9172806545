/**
 * Reads the data files of the repository, and computes the version of the data. Only this module knows how the files
 * lie on disk.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFile, Evidence } from "../evidence.ts";
import { folders, singles } from "../files.ts";
import { hashContent } from "../review-content.ts";
import { unsignedNotice } from "../review-notice.ts";

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

/**
 * Lists the files of rules that decide which figures count and how sure a result is, in addition to those of
 * `data/rules`.
 */
const rulesOfAnswers = [
  "functions/core/answer/analyses.ts",
  "functions/core/answer/contrast.ts",
  "functions/core/answer/notes.ts",
  "functions/core/evidence/choose.ts",
  "functions/core/evidence/cuts.ts",
  "functions/core/evidence/select.ts",
  "functions/server/pages/review/rules.md",
];

/** Returns the hash of all rules, as a review of them notes it. */
export function hashRules(dataFolder: string): string {
  const dataRules = readdirSync(join(dataFolder, "rules")).sort();
  const files = [...dataRules.map((name) => `data/rules/${name}`), ...rulesOfAnswers];
  const texts = files.map((path) => readFileSync(join(dataFolder, "..", path), "utf8"));
  return hashContent(texts.join("\0"));
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
  // A signature changes the notice of the review, and no data.
  const review = { ...evidence.review, status: "not-reviewed", statement: unsignedNotice };
  const data = JSON.stringify({ ...evidence, review });
  const content = createHash("sha256").update(data).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
