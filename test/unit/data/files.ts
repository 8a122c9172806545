/** The committed data files, read once; each test gets its own copy. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { makeCitationFormatter } from "#data/build/citation-text.ts";
import { type CitationText, replaceReferenceByCitation } from "#data/build/cite.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { DataFile, Evidence } from "#data/evidence.ts";
import type {
  Cited,
  Citing,
  Cohort,
  Figure,
  Landmark,
  Product,
  Reference,
  RiskOfBias,
} from "#data/schema.ts";

const committed = readDataFiles(join(import.meta.dirname, "../../../data"));

export function dataFiles(): DataFile[] {
  return structuredClone(committed);
}

const checked = parseAndCheckData(dataFiles()).evidence;

export function evidence(): Evidence {
  return structuredClone(checked);
}

/** Formatting is slow, so the committed references are formatted once per test file. */
export const textOf: CitationText = makeCitationFormatter(checked.references);

/** A source with its citation as text, as in the modules that the code imports. */
export function citedSource<T extends Citing>(sources: readonly T[], index: number): Cited<T> {
  return replaceReferenceByCitation(entryWith(sources[index], `source ${index}`), textOf);
}

export function fileAt(files: readonly DataFile[], path: string): DataFile {
  return entryWith(
    files.find((file) => file.path === path),
    path,
  );
}

export const contentOf = <T>(files: readonly DataFile[], path: string) =>
  fileAt(files, path).content as T;

export const cohortPath = (id: string) => `data/cohorts/${id}.json`;
export const referencesPath = "data/references.json";

export const cohortIn = (files: readonly DataFile[], id: string) =>
  contentOf<Cohort>(files, cohortPath(id));

/** Returns the entry of a list with this id. */
export function named<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  return entryWith(
    list.find((entry) => entry.id === id),
    id,
  );
}

export const referenceNamed = (files: readonly DataFile[], id: string) =>
  named(contentOf<Reference[]>(files, referencesPath), id);

export const cohortNamed = (id: string, { cohorts }: Evidence = evidence()) => named(cohorts, id);

export const productNamed = (slug: string, { products }: Evidence = evidence()): Product =>
  entryWith(
    products.find((product) => product.slug === slug),
    slug,
  );

export function figureOf(cohort: Cohort, outcome: string, cut = "primary"): Figure {
  return entryWith(
    cohort.figures.find((figure) => figure.outcome === outcome && figure.cut === cut),
    `${cohort.id} ${outcome} ${cut}`,
  );
}

export function landmarkOf(cohort: Cohort, family: Landmark["family"], month: number): Landmark {
  return entryWith(
    cohort.landmarks.find((landmark) => landmark.family === family && landmark.month === month),
    `${cohort.id} ${family} ${month}`,
  );
}

/** Holds a rating that nobody published. */
export const rating: RiskOfBias["ratings"][number] = {
  tool: "RoB 2",
  version: null,
  result: "some concerns",
  domains: null,
  locator: "figure 1",
  reference: "vandenboom-haematologica-2025",
  detail: null,
  doi: "10.3324/haematol.2025.288174",
  pmid: null,
  seenAt: null,
  tier: 1,
};

export const noStatements: RiskOfBias["stated"] = {
  consecutive: null,
  independent: null,
  lossBelow5: null,
};

/** Returns the lines of a table that was typed from the sources. */
export function readTable<Line>(name: string): Line[] {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true, comments: "#" }).data;
}

export function entryWith<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not in the data: ${what}`);
  return value;
}
