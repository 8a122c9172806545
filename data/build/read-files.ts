/** Reads the data files of the repository. Only this module knows how they lie on disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFile } from "../evidence.ts";

const folders = ["cohorts", "products", "published", "subgroups", "comparisons"];
const single = [
  "outcomes.json",
  "presets.json",
  "references.json",
  "review.json",
  "known-discrepancies.json",
];

export function readDataFiles(dataFolder: string): DataFile[] {
  const names = folders.flatMap((folder) =>
    readdirSync(join(dataFolder, folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return [...names, ...single].map((name) => ({
    path: `data/${name}`,
    content: JSON.parse(readFileSync(join(dataFolder, name), "utf8")),
  }));
}
