/**
 * Turns the citations of the collected evidence into `data/references.json`: see `references.ts`.
 *
 * References that only files written by hand cite stay as they are.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readDataFiles } from "../read-files.ts";
import { outcomeSchema, referenceSchema } from "../schema.ts";
import { collectedCitations } from "./collected-citations.ts";
import { type Bibliography, bibliographyOf } from "./references.ts";
import { plainWords } from "./wording.ts";

const dataFolder = join(import.meta.dirname, "..");
const path = join(dataFolder, "references.json");
const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

export function collectedBibliography(folder: string, roexFile: string): Bibliography {
  const outcomes = v.parse(v.array(outcomeSchema), read(join(dataFolder, "outcomes.json")));
  return bibliographyOf(collectedCitations(folder, roexFile), plainWords(outcomes));
}

/** After everything that cites them was written. */
export function importReferences({ references }: Bibliography): void {
  const cited = new Set(readDataFiles(dataFolder).flatMap(({ content }) => citedIn(content)));
  const imported = new Set(references.map(({ id }) => id));
  const byHand = v
    .parse(v.array(referenceSchema), read(path))
    .filter(({ id }) => cited.has(id) && !imported.has(id));
  const all = [...references, ...byHand].sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
  const articles = references.filter(({ type }) => type === "article-journal").length;
  console.log(
    `${references.length} references, ${articles} of them articles; ${byHand.length} written by hand`,
  );
}

const citing = v.object({ reference: v.string() });
const withSources = v.object({ sources: v.array(citing) });

function citedIn(content: unknown): string[] {
  if (v.is(citing, content)) return [content.reference];
  return v.is(withSources, content) ? content.sources.map(({ reference }) => reference) : [];
}
