/** Turns collected pooled results, `<folder>/published.json`, into `data/published/<id>.json`: see `published.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { outcomeSchema } from "../schema.ts";
import { publishedOf } from "./published.ts";
import type { Cite } from "./references.ts";

const dataFolder = join(import.meta.dirname, "..");

export function importPublished(folder: string, cite: Cite): void {
  const outcomes = v.parse(
    v.array(outcomeSchema),
    JSON.parse(readFileSync(join(dataFolder, "outcomes.json"), "utf8")),
  );
  const published = publishedOf(
    readFileSync(join(folder, "published.json"), "utf8"),
    outcomes,
    cite,
  );
  mkdirSync(join(dataFolder, "published"), { recursive: true });
  for (const entry of published) {
    const path = join(dataFolder, "published", `${entry.id}.json`);
    writeFileSync(path, `${JSON.stringify(entry, null, 2)}\n`);
  }
  const results = published.reduce((sum, entry) => sum + entry.results.length, 0);
  console.log(`${published.length} publications, ${results} results`);
}
