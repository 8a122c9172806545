/** Versions stamped on every answer: which data, and which data with which code. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence } from "./evidence.ts";

/** The folders whose code decides what an answer says. */
const answeringCode = ["statistics", "evidence", "comparison", "api"];

export interface Versions {
  /** `<date of the data>-<8 hex digits>`. */
  dataVersion: string;
  /** The data version and 8 hex digits that change with the answering code too. */
  answerVersion: string;
}

export function versionsOf(evidence: Evidence, functionsFolder: string): Versions {
  const content = JSON.stringify(evidence);
  const dataVersion = `${evidence.review.dataDate}-${shortHash([content])}`;
  const code = answeringCode.flatMap((folder) => sourceTexts(functionsFolder, folder));
  return { dataVersion, answerVersion: `${dataVersion}-${shortHash([content, ...code])}` };
}

function sourceTexts(functionsFolder: string, folder: string): string[] {
  return readdirSync(join(functionsFolder, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => [name, readFileSync(join(functionsFolder, name), "utf8")]);
}

function shortHash(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 8);
}
