/**
 * Checks the data and writes the modules that the code imports.
 *
 *     node data/build/build.ts
 *
 * Every problem is printed as one line: file, field, rule, message. If there is one, nothing is
 * written and the exit code is 1. Otherwise the modules go to `data/generated/` (not in git):
 * `compute-set.ts`, `provenance.ts`, `medians.ts`, `timing.ts`, `full-dose.ts`, `details.ts`, `products.ts`, `product-names.ts`,
 * `collections.ts`, `record-outcomes.ts`, `search.ts`, `recognition.ts`, `reviews.ts`, `changes.ts`, `answer-citation.ts` and `data-version.ts`. Unchanged files are not written again, so that file watchers do not react.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { productNamesOf } from "../product-names.ts";
import { recallOf } from "../recall.ts";
import type { Changes } from "../schema.ts";
import { answerCitation } from "./answer-citation.ts";
import { citationTexts } from "./citation-text.ts";
import { type Collections, collectionsOf } from "./collections.ts";
import { computeSetOf } from "./compute-set.ts";
import { dataVersionOf } from "./data-version.ts";
import { productProvenance } from "./product-facts.ts";
import { detailsOf, provenanceOf } from "./provenance.ts";
import { readDataFiles, rulesContent } from "./read-files.ts";
import { recognitionOf } from "./recognition.ts";
import { reviewsOf } from "./reviews.ts";
import { fullDosesOf, mediansOf, timingsOf } from "./times.ts";
import { check } from "./validate.ts";

const dataFolder = join(import.meta.dirname, "..");
const generated = join(dataFolder, "generated");

function build(): number {
  const { evidence, problems } = check(readDataFiles(dataFolder));
  // What follows from a file that cannot be read would hide which one it is.
  const unreadable = problems.filter(({ rule }) => rule === "json");
  for (const { file, field, rule, message } of unreadable.length > 0 ? unreadable : problems) {
    console.error(`${file}  ${field || "-"}  ${rule}  ${message}`);
  }
  if (problems.length > 0) return 1;

  const textOf = citationTexts(evidence.references);
  const collections = collectionsOf(evidence, textOf);
  const details = detailsOf(evidence, textOf);
  const dataVersion = dataVersionOf(evidence);
  if (recallOf(evidence.changes).recalledDataVersions.includes(dataVersion)) {
    console.error(`data/changes.json  -  recall  the present data, ${dataVersion}, are withdrawn`);
    return 1;
  }
  mkdirSync(generated, { recursive: true });
  write("compute-set", one("ComputeSet", "compute-set", "computeSet", computeSetOf(evidence)));
  write("provenance", one("Provenance", "provenance", "provenance", provenanceOf(details)));
  write("medians", one("Medians", "medians", "medians", mediansOf(evidence.cohorts)));
  write("timing", one("Timings", "timing", "timings", timingsOf(evidence.cohorts, textOf)));
  write("full-dose", one("FullDoses", "full-dose", "fullDoses", fullDosesOf(evidence.products)));
  write("details", one("Details", "provenance", "details", details));
  const products = productProvenance(evidence.products, evidence.review.dataDate);
  write("products", one("ProductProvenance", "build/product-facts", "products", products));
  write("collections", collectionLines(collections));
  const names = productNamesOf(evidence.products);
  write("product-names", one("ProductNames", "product-names", "productNames", names));
  const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
  write("record-outcomes", one("Outcome", "schema", "recordOutcomes", recordOutcomes));
  write("search", one("Search", "schema", "search", evidence.search));
  write("recognition", one("Recognition", "recognition", "recognition", recognitionOf(evidence)));
  const reviews = reviewsOf(evidence, rulesContent(dataFolder));
  write("reviews", one("Reviews", "build/reviews", "reviews", reviews));
  write("changes", changesLines(evidence.changes));
  const citation = answerCitation(dataVersion, evidence.review.dataDate);
  write("answer-citation", one("AnswerCitation", "answer-citation", "answerCitation", citation));
  write("data-version", [`export const dataVersion = "${dataVersion}";`]);
  console.log(`data ${dataVersion}`);
  return 0;
}

/** The lines of a module with one constant, or list, whose type a file of `data/` has. */
function one(type: string, file: string, name: string, value: unknown): string[] {
  return [
    `import type { ${type} } from "#data/${file}.ts";`,
    `export const ${name}: ${Array.isArray(value) ? `readonly ${type}[]` : type} = ${JSON.stringify(value)};`,
  ];
}

/** One export per kind, so that a bundle contains only the ones it imports. */
function collectionLines(collections: Collections): string[] {
  return [
    'import type { Collections } from "#data/build/collections.ts";',
    ...Object.entries(collections).map(
      ([kind, all]) => `export const ${kind}: Collections["${kind}"] = ${JSON.stringify(all)};`,
    ),
    `export const collections: Collections = { ${Object.keys(collections).join(", ")} };`,
  ];
}

function changesLines(changes: Changes): string[] {
  return [
    'import type { Recall } from "#data/recall.ts";',
    'import type { DataRelease } from "#data/schema.ts";',
    "/** Newest first. */",
    `export const releases: readonly DataRelease[] = ${JSON.stringify(changes.releases)};`,
    `export const recall: Recall = ${JSON.stringify(recallOf(changes))};`,
  ];
}

function write(name: string, lines: readonly string[]): void {
  const path = join(generated, `${name}.ts`);
  const head = "// Written by data/build/build.ts from the files in data/; do not edit.";
  const text = `${[head, ...lines].join("\n")}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  // Replaced at once: another build of this folder may be reading it.
  const whole = `${path}.${process.pid}`;
  writeFileSync(whole, text);
  renameSync(whole, path);
  console.log(`wrote ${relative(join(dataFolder, ".."), path)}`);
}

process.exitCode = build();
