/**
 * Checks the data and writes the modules that the code imports.
 *
 *     node data/build/build.ts
 *
 * Every problem is printed as one line: file, field, rule, message. If there is one, nothing is
 * written and the exit code is 1. Otherwise the modules go to `data/generated/` (not in git):
 * `compute-set.ts`, `real-world.ts`, `provenance.ts`, `medians.ts`, `timing.ts`, `details.ts`, `products.ts`,
 * `collections.ts`, `search.ts`, `recognition.ts`, `reviews.ts`, `changes.ts`, `own-citation.ts` and `data-version.ts`. Unchanged files are not written again, so that file watchers do not react.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { Medians } from "../medians.ts";
import type { OwnCitation } from "../own-citation.ts";
import type { Details, Provenance } from "../provenance.ts";
import { recallOf } from "../recall.ts";
import type { Recognition } from "../recognition.ts";
import type { Changes, Search } from "../schema.ts";
import type { StoredCohort, StoredSet } from "../stored-set.ts";
import type { Timings } from "../timing.ts";
import { citationTexts } from "./citation-text.ts";
import { type Collections, collectionsOf } from "./collections.ts";
import { computeSetOf } from "./compute-set.ts";
import { dataVersionOf } from "./data-version.ts";
import { mediansOf } from "./medians.ts";
import { ownCitation } from "./own-citation.ts";
import { type ProductProvenance, productProvenance } from "./product-facts.ts";
import { detailsOf, provenanceOf } from "./provenance.ts";
import { readDataFiles, rulesContent } from "./read-files.ts";
import { recognitionOf } from "./recognition.ts";
import { type Reviews, reviewsOf } from "./reviews.ts";
import { type StoredParts, storedPartsOf } from "./stored-set.ts";
import { timingsOf } from "./timing.ts";
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

  const stored = storedPartsOf(computeSetOf(evidence), evidence.cohorts);
  const textOf = citationTexts(evidence.references);
  const collections = collectionsOf(evidence, textOf);
  const details = detailsOf(evidence, textOf);
  const dataVersion = dataVersionOf(evidence);
  if (recallOf(evidence.changes).recalledDataVersions.includes(dataVersion)) {
    console.error(`data/changes.json  -  recall  the present data, ${dataVersion}, are withdrawn`);
    return 1;
  }
  mkdirSync(generated, { recursive: true });
  write("compute-set.ts", computeSetModule(stored.set));
  write("real-world.ts", realWorldModule(stored.realWorld));
  write("provenance.ts", provenanceModule(provenanceOf(details)));
  write("medians.ts", mediansModule(mediansOf(evidence.cohorts)));
  write("timing.ts", timingModule(timingsOf(evidence.cohorts, textOf)));
  write("details.ts", detailsModule(details));
  write(
    "products.ts",
    productsModule(productProvenance(evidence.products, evidence.review.dataDate)),
  );
  write("collections.ts", collectionsModule(collections));
  write("search.ts", searchModule(evidence.search));
  write("recognition.ts", recognitionModule(recognitionOf(evidence)));
  write("reviews.ts", reviewsModule(reviewsOf(evidence, rulesContent(dataFolder))));
  write("changes.ts", changesModule(evidence.changes));
  write("own-citation.ts", ownCitationModule(ownCitation(dataVersion, evidence.review.dataDate)));
  write("data-version.ts", moduleOf(`export const dataVersion = "${dataVersion}";`));
  summariseCollections(collections);
  summarise(stored, dataVersion);
  return 0;
}

function computeSetModule(computeSet: StoredSet): string {
  return moduleOf(
    'import type { StoredSet } from "#data/stored-set.ts";',
    `export const storedSet: StoredSet = ${JSON.stringify(computeSet)};`,
  );
}

function realWorldModule(cohorts: readonly StoredCohort[]): string {
  return moduleOf(
    'import type { StoredCohort } from "#data/stored-set.ts";',
    `export const realWorld: readonly StoredCohort[] = ${JSON.stringify(cohorts)};`,
  );
}

function provenanceModule(provenance: Provenance): string {
  return moduleOf(
    'import type { Provenance } from "#data/provenance.ts";',
    `export const provenance: Provenance = ${JSON.stringify(provenance)};`,
  );
}

function mediansModule(medians: Medians): string {
  return moduleOf(
    'import type { Medians } from "#data/medians.ts";',
    `export const medians: Medians = ${JSON.stringify(medians)};`,
  );
}

function timingModule(timings: Timings): string {
  return moduleOf(
    'import type { Timings } from "#data/timing.ts";',
    `export const timings: Timings = ${JSON.stringify(timings)};`,
  );
}

function detailsModule(details: Details): string {
  return moduleOf(
    'import type { Details } from "#data/provenance.ts";',
    `export const details: Details = ${JSON.stringify(details)};`,
  );
}

/** One export per kind, so that a bundle contains only the ones it imports. */
function collectionsModule(collections: Collections): string {
  return moduleOf(
    'import type { Collections } from "#data/build/collections.ts";',
    ...Object.entries(collections).map(
      ([kind, all]) => `export const ${kind}: Collections["${kind}"] = ${JSON.stringify(all)};`,
    ),
    `export const collections: Collections = { ${Object.keys(collections).join(", ")} };`,
  );
}

function productsModule(products: ProductProvenance): string {
  return moduleOf(
    'import type { ProductProvenance } from "#data/build/product-facts.ts";',
    `export const products: ProductProvenance = ${JSON.stringify(products)};`,
  );
}

function searchModule(search: Search): string {
  return moduleOf(
    'import type { Search } from "#data/schema.ts";',
    `export const search: Search = ${JSON.stringify(search)};`,
  );
}

function recognitionModule(recognition: Recognition): string {
  return moduleOf(
    'import type { Recognition } from "#data/recognition.ts";',
    `export const recognition: Recognition = ${JSON.stringify(recognition)};`,
  );
}

function reviewsModule(reviews: Reviews): string {
  return moduleOf(
    'import type { Reviews } from "#data/build/reviews.ts";',
    `export const reviews: Reviews = ${JSON.stringify(reviews)};`,
  );
}

function changesModule(changes: Changes): string {
  return moduleOf(
    'import type { Recall } from "#data/recall.ts";',
    'import type { DataRelease } from "#data/schema.ts";',
    "/** Newest first. */",
    `export const releases: readonly DataRelease[] = ${JSON.stringify(changes.releases)};`,
    `export const recall: Recall = ${JSON.stringify(recallOf(changes))};`,
  );
}

function ownCitationModule(citation: OwnCitation): string {
  return moduleOf(
    'import type { OwnCitation } from "#data/own-citation.ts";',
    `export const ownCitation: OwnCitation = ${JSON.stringify(citation)};`,
  );
}

function moduleOf(...lines: string[]): string {
  return `${["// Written by data/build/build.ts from the files in data/; do not edit.", ...lines].join("\n")}\n`;
}

function write(name: string, text: string): void {
  const path = join(generated, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeFileSync(path, text);
  console.log(`wrote ${relative(join(dataFolder, ".."), path)}`);
}

function summariseCollections(collections: Collections): void {
  const counted = (studies: readonly { figures: readonly unknown[] }[]): string =>
    `${studies.reduce((sum, { figures }) => sum + figures.length, 0)} in ${studies.length} studies`;
  const bytes = gzipSync(JSON.stringify(collections), { level: 9 }).length;
  console.log(
    `subgroup figures ${counted(collections.subgroups)}, comparisons ${counted(collections.comparisons)}: ${(bytes / 1024).toFixed(1)} KB gzipped`,
  );
}

function summarise({ set, realWorld }: StoredParts, dataVersion: string): void {
  const cohorts = [...set.cohorts.filter((cohort) => "figures" in cohort), ...realWorld];
  const count = (kind: "figures" | "landmarks") =>
    cohorts.reduce((sum, cohort) => sum + cohort[kind].length, 0);
  const size = (part: unknown) =>
    `${(gzipSync(JSON.stringify(part), { level: 9 }).length / 1024).toFixed(1)} KB`;
  console.log(
    `${cohorts.length} cohorts, ${count("figures")} figures, ${count("landmarks")} landmarks, ${set.products.length} products`,
  );
  console.log(`data ${dataVersion}`);
  console.log(`compute set ${size(set)} gzipped, real-world series ${size(realWorld)}`);
}

process.exitCode = build();
