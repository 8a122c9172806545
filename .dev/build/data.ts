/**
 * Checks the data and writes the modules that the code imports to `data/generated/` (a step of the build).
 * If a rule is broken, nothing is written and the exit code is 1.
 */
import { join } from "node:path";
import { answerCitation } from "#data/build/answer-citation.ts";
import { citationTexts } from "#data/build/citation-text.ts";
import { type Collections, collectionsOf } from "#data/build/collections.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import { dataVersionOf } from "#data/build/data-version.ts";
import { productProvenance } from "#data/build/product-facts.ts";
import { detailsOf, provenanceOf } from "#data/build/provenance.ts";
import { readDataFiles, rulesContent } from "#data/build/read-files.ts";
import { reviewsOf } from "#data/build/reviews.ts";
import { fullDosesOf, hospitalDaysOf, mediansOf, timingsOf } from "#data/build/times.ts";
import { check } from "#data/build/validate.ts";
import { productNamesOf } from "#data/product-names.ts";
import { quotesOf } from "#data/quotes.ts";
import { recallOf } from "#data/recall.ts";
import type { Changes } from "#data/schema.ts";
import { problemLine, root, writeModule } from "../files.ts";

const dataFolder = join(root, "data");

function build(): number {
  const { evidence, problems } = check(readDataFiles(dataFolder));
  // If a file cannot be read, only that is reported, because follow-on problems would hide which file it is.
  const unreadable = problems.filter(({ rule }) => rule === "json");
  for (const problem of unreadable.length > 0 ? unreadable : problems) {
    console.error(problemLine(problem));
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
  write(
    "compute-set",
    constantModule("ComputeSet", "compute-set", "computeSet", computeSetOf(evidence)),
  );
  write(
    "provenance",
    constantModule("Provenance", "provenance", "provenance", provenanceOf(details)),
  );
  write("quotes", constantModule("Quotes", "quotes", "quotes", quotesOf(evidence)));
  write("medians", constantModule("Medians", "medians", "medians", mediansOf(evidence.cohorts)));
  write("timing", constantModule("Timings", "timing", "timings", timingsOf(evidence, textOf)));
  write(
    "full-dose",
    constantModule("FullDoses", "full-dose", "fullDoses", fullDosesOf(evidence.products)),
  );
  const hospitalDays = hospitalDaysOf(evidence.products);
  write(
    "hospital-days",
    constantModule("HospitalDaysByLabel", "full-dose", "hospitalDays", hospitalDays),
  );
  write("details", constantModule("Details", "provenance", "details", details));
  const products = productProvenance(evidence.products, evidence.review.dataDate);
  write(
    "products",
    constantModule("ProductProvenance", "build/product-facts", "products", products),
  );
  write("collections", collectionLines(collections));
  const names = productNamesOf(evidence.products);
  write("product-names", constantModule("ProductNames", "product-names", "productNames", names));
  const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
  write("record-outcomes", constantModule("Outcome", "schema", "recordOutcomes", recordOutcomes));
  write("searches", constantModule("Searches", "schema", "searches", evidence.searches));
  write("documents", constantModule("DocumentToOpen", "schema", "documents", evidence.documents));
  const reviews = reviewsOf(evidence, rulesContent(dataFolder));
  write("reviews", constantModule("Reviews", "build/reviews", "reviews", reviews));
  write("changes", changesLines(evidence.changes));
  const citation = answerCitation(dataVersion, evidence.review.dataDate);
  write(
    "answer-citation",
    constantModule("AnswerCitation", "answer-citation", "answerCitation", citation),
  );
  write("data-version", [`export const dataVersion = "${dataVersion}";`]);
  console.log(`data ${dataVersion}`);
  return 0;
}

/** Returns the lines of a module with one constant or list, whose type is in a file of `data/`. */
function constantModule(type: string, file: string, name: string, value: unknown): string[] {
  return [
    `import type { ${type} } from "#data/${file}.ts";`,
    `export const ${name}: ${Array.isArray(value) ? `readonly ${type}[]` : type} = ${JSON.stringify(value)};`,
  ];
}

/** Returns one export per kind of collection, so that a bundle contains only the kinds that it imports. */
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
  writeModule(`data/generated/${name}.ts`, ".dev/build/data.ts", ...lines);
}

process.exitCode = build();
