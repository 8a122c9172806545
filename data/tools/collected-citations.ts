/** Every citation of the collected evidence, so that those of one publication are seen together. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCollections } from "./collected-rows.ts";
import { parseCollected } from "./handover.ts";
import { publishedCitations } from "./published.ts";
import type { CollectedCitation } from "./references.ts";
import { parseRoex, roexCitation } from "./roex.ts";

export function collectedCitations(folder: string, roexFile: string): CollectedCitation[] {
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");
  const published = read("published.json");
  const { subgroups, comparisons } = parseCollections({
    subgroups: read("subgroups.json"),
    comparisons: read("comparisons.json"),
    published,
  });
  return [
    ...readdirSync(join(folder, "cohorts"))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((name) => parseCollected(read("cohorts", name)).sources),
    ...parseRoex(readFileSync(roexFile, "utf8")).map(roexCitation),
    ...[...subgroups, ...comparisons].map(({ source }) => source),
    ...publishedCitations(published),
  ];
}
