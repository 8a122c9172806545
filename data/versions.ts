/** Versions stamped on every answer: which data, and which data with which code. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Evidence } from "./evidence.ts";

/** The code that decides what an answer says: whole folders, and what `data/` makes of its files. */
const answeringCode = [
  "functions/statistics",
  "functions/evidence",
  "functions/comparison",
  "functions/words",
  "functions/api",
  "functions/brief",
  "functions/embed",
  "functions/forest",
  "data/approvals.ts",
  "data/citation-text.ts",
  "data/cited.ts",
  "data/collection-vocabulary.ts",
  "data/collections.ts",
  "data/compute-set.ts",
  "data/network-overlaps.ts",
  "data/product-facts.ts",
  "data/provenance.ts",
  "data/vocabulary.ts",
  // What figures, briefs and tables share with the screen.
  "widget/strings",
  "widget/views",
];

export interface Versions {
  /** `<date of the data>-<8 hex digits>`. */
  dataVersion: string;
  /** The data version and 8 hex digits that change with the answering code and its libraries too. */
  answerVersion: string;
}

/** `root` is the folder of the repository. */
export function versionsOf(evidence: Evidence, root: string): Versions {
  const content = JSON.stringify(evidence);
  const dataVersion = `${evidence.review.dataDate}-${shortHash([content])}`;
  const code = answeringCode.flatMap((path) => sourceTexts(root, path));
  return {
    dataVersion,
    answerVersion: `${dataVersion}-${shortHash([content, ...code, ...libraries(root)])}`,
  };
}

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      dev: v.optional(v.boolean(), false),
      optional: v.optional(v.boolean(), false),
      devOptional: v.optional(v.boolean(), false),
    }),
  ),
});

/** What ships beside the own code, each with the version that `npm ci` installs. */
function libraries(root: string): string[] {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const { packages } = v.parse(lockSchema, JSON.parse(text));
  return Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => {
      return path !== "" && !dev && !optional && !devOptional;
    })
    .map(([path, { version }]) => `${path} ${version}`)
    .sort();
}

function sourceTexts(root: string, path: string): string[] {
  return filesIn(root, path)
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [name, readFileSync(join(root, name), "utf8")]);
}

/** The file itself, or everything below the folder, in an order that no file system decides. */
function filesIn(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: "utf8" })
    .map((name) => `${path}/${name.replaceAll("\\", "/")}`)
    .sort();
}

function shortHash(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 8);
}
