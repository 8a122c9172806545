/**
 * Checks the data and writes the modules that the code imports to `data/generated/` (a step of the build).
 * If a rule is broken, nothing is written and the exit code is 1.
 */
import { join } from "node:path";
import { makeAnswerCitation, makeCitationFormatter } from "#data/build/citation-text.ts";
import { type Collections, makeStudyCollections } from "#data/build/collections.ts";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import {
  makeDetailsByCohort,
  makeProductFactsBySlug,
  reduceDetailsToCitedFields,
} from "#data/build/provenance.ts";
import { computeDataVersion, readDataFiles, readRules } from "#data/build/read-files.ts";
import {
  collectMediansByCohort,
  collectProductCourses,
  collectTimingsByCohort,
} from "#data/build/times.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import { makeShortNamesUnlikeSlug } from "#data/product-names.ts";
import { collectQuotesByFigure } from "#data/quotes.ts";
import { makeDataRecall } from "#data/recall.ts";
import type { Changes } from "#data/schema.ts";
import { formatDataProblem, root, writeGeneratedModule } from "../files.ts";

const dataFolder = join(root, "data");

/**
 * Writes the modules that are made from the data. Returns the exit code: 0, or 1 if it wrote nothing because the data
 * have problems or are withdrawn, which it prints.
 */
function buildDataModules(): number {
  const { evidence, problems } = parseAndCheckData(readDataFiles(dataFolder));
  // If a file cannot be read, only that is reported, because follow-on problems would hide which file it is.
  const unreadable = problems.filter(({ rule }) => rule === "json");
  for (const problem of unreadable.length > 0 ? unreadable : problems) {
    console.error(formatDataProblem(problem));
  }
  if (problems.length > 0) return 1;

  const textOf = makeCitationFormatter(evidence.references);
  const collections = makeStudyCollections(evidence, textOf);
  const details = makeDetailsByCohort(evidence, textOf);
  const dataVersion = computeDataVersion(evidence);
  if (makeDataRecall(evidence.changes).recalledDataVersions.includes(dataVersion)) {
    console.error(`data/changes.json  -  recall  the present data, ${dataVersion}, are withdrawn`);
    return 1;
  }
  writeDataModule(
    "compute-set",
    formatConstantModuleLines(
      "ComputeSet",
      "compute-set",
      "computeSet",
      makeDataForAnswers(evidence, readRules(dataFolder)),
    ),
  );
  writeDataModule(
    "provenance",
    formatConstantModuleLines(
      "Provenance",
      "provenance",
      "provenance",
      reduceDetailsToCitedFields(details),
    ),
  );
  writeDataModule(
    "quotes",
    formatConstantModuleLines("Quotes", "quotes", "quotes", collectQuotesByFigure(evidence)),
  );
  writeDataModule(
    "medians",
    formatConstantModuleLines(
      "Medians",
      "survival",
      "medians",
      collectMediansByCohort(evidence.cohorts),
    ),
  );
  writeDataModule(
    "timing",
    formatConstantModuleLines(
      "Timings",
      "cited-times",
      "timings",
      collectTimingsByCohort(evidence, textOf),
    ),
  );
  writeDataModule(
    "courses",
    formatConstantModuleLines(
      "ProductCourses",
      "cited-times",
      "productCourses",
      collectProductCourses(evidence.products),
    ),
  );
  writeDataModule(
    "details",
    formatConstantModuleLines("Details", "provenance", "details", details),
  );
  const products = makeProductFactsBySlug(evidence.products, evidence.review.dataDate);
  writeDataModule(
    "products",
    formatConstantModuleLines("ProductProvenance", "build/provenance", "products", products),
  );
  writeDataModule("collections", formatCollectionsModuleLines(collections));
  const names = makeShortNamesUnlikeSlug(evidence.products);
  writeDataModule(
    "product-names",
    formatConstantModuleLines("ProductNames", "product-names", "productNames", names),
  );
  const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
  writeDataModule(
    "record-outcomes",
    formatConstantModuleLines("Outcome", "schema", "recordOutcomes", recordOutcomes),
  );
  writeDataModule(
    "searches",
    formatConstantModuleLines("Searches", "schema", "searches", evidence.searches),
  );
  writeDataModule(
    "documents",
    formatConstantModuleLines("DocumentToOpen", "schema", "documents", evidence.documents),
  );
  writeDataModule("changes", formatChangesModuleLines(evidence.changes));
  const citation = makeAnswerCitation(dataVersion, evidence.review.dataDate);
  writeDataModule(
    "answer-citation",
    formatConstantModuleLines("AnswerCitation", "provenance", "answerCitation", citation),
  );
  writeDataModule("data-version", [`export const dataVersion = "${dataVersion}";`]);
  console.log(`data ${dataVersion}`);
  return 0;
}

/** Returns the lines of a module with one constant or list, whose type is in a file of `data/`. */
function formatConstantModuleLines(
  type: string,
  file: string,
  name: string,
  value: unknown,
): string[] {
  return [
    `import type { ${type} } from "#data/${file}.ts";`,
    `export const ${name}: ${Array.isArray(value) ? `readonly ${type}[]` : type} = ${JSON.stringify(value)};`,
  ];
}

/** Returns one export per kind of collection, so that a bundle contains only the kinds that it imports. */
function formatCollectionsModuleLines(collections: Collections): string[] {
  return [
    'import type { Collections } from "#data/build/collections.ts";',
    ...Object.entries(collections).map(
      ([kind, all]) => `export const ${kind}: Collections["${kind}"] = ${JSON.stringify(all)};`,
    ),
    `export const collections: Collections = { ${Object.keys(collections).join(", ")} };`,
  ];
}

/** Returns the lines of the module that holds the releases of the data and which of them are withdrawn. */
function formatChangesModuleLines(changes: Changes): string[] {
  return [
    'import type { Recall } from "#data/recall.ts";',
    'import type { DataRelease } from "#data/schema.ts";',
    "/** Newest first. */",
    `export const releases: readonly DataRelease[] = ${JSON.stringify(changes.releases)};`,
    `export const recall: Recall = ${JSON.stringify(makeDataRecall(changes))};`,
  ];
}

function writeDataModule(name: string, lines: readonly string[]): void {
  writeGeneratedModule(`data/generated/${name}.ts`, ".dev/build/data.ts", ...lines);
}

process.exitCode = buildDataModules();
