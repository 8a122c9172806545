/**
 * Made-up cohorts beside the committed data files, so that a test of a rule names no real cohort: a
 * single-arm trial, and two series that share patients with each other.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFile } from "#data/evidence.ts";
import type { Cohort, Figure, Reference } from "#data/schema.ts";
import { cohortPath, contentOf, dataFiles, entryWith, referencesPath } from "./files.ts";

export const sampleTrial = "sample-trial";
export const sampleSeries = "sample-series";
export const otherSeries = "sample-other-series";
export const sampleReference = "sample-journal-2026";

const template = writtenAnew(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, "../../../data/cohort-template.json"),
      "utf8",
    ).replaceAll("EXAMPLE: ", ""),
  ),
);

/** Returns the template with other numbers in place of its own, as after it was filled in. */
export function writtenAnew(cohort: Cohort): Cohort {
  const followUpMonths = 12.5;
  return {
    ...cohort,
    registry: ["NCT99999999"],
    admittedLines: { min: 3, max: null },
    priorBcma: "none",
    followUpMonths,
    baseline: { ...cohort.baseline, n: 80, medianAge: 65, ageRange: [40, 82] },
    figures: cohort.figures.map((figure) => ({
      ...figure,
      ...(figure.outcome === "orr"
        ? { events: 50, percentPrinted: 62.5 }
        : { events: 24, percentPrinted: 30 }),
      n: 80,
      followUpMonths,
    })),
    landmarks: cohort.landmarks.map((landmark) => ({
      ...landmark,
      ...{ survival: 0.58, n: 80, followUpMonths },
      interval: [0.46, 0.68],
    })),
    medians: cohort.medians.map((median) => ({
      ...median,
      ...{ months: 14.2, followUpMonths },
      interval: [10.1, null],
    })),
    timing: cohort.timing.map((timing) => ({ ...timing, median: 2, range: [1, 9] })),
    sources: cohort.sources.map((source) => ({ ...source, followUpMonths })),
  };
}

const reference: Reference = {
  id: sampleReference,
  type: "article-journal",
  title: "A made-up trial",
  author: [{ family: "Sample" }],
  "container-title": "Journal",
  issued: { "date-parts": [[2026]] },
  DOI: "10.1000/sample",
  PMID: "99999999",
};

/** The committed files and the made-up cohorts; they break no rule. */
export function filesWithSamples(): DataFile[] {
  const files = dataFiles();
  contentOf<Reference[]>(files, referencesPath).push(structuredClone(reference));
  return [
    ...files,
    ...[trial(), series(sampleSeries, otherSeries), series(otherSeries, sampleSeries)].map(fileOf),
  ];
}

function fileOf(cohort: Cohort): DataFile {
  return { path: cohortPath(cohort.id), content: structuredClone(cohort) };
}

/** Returns the sample trial: 80 patients, all treated. */
function trial(): Cohort {
  const count = entryWith(template.figures[0], "a figure of the template");
  const landmark = entryWith(template.landmarks[0], "a landmark of the template");
  const figure = (outcome: string, over: Partial<Figure>): Figure => ({
    ...count,
    outcome,
    percentPrinted: null,
    ...over,
  });
  return {
    ...template,
    id: sampleTrial,
    label: "A made-up trial",
    publication: sampleReference,
    figures: [
      figure("orr", { events: 50, percentPrinted: 62.5 }),
      figure("cr", { events: 10, percentPrinted: 12.5 }),
      figure("crs", { events: 40 }),
      figure("crs-3", { events: 2, grading: "astct" }),
      figure("icans", { events: 4 }),
      figure("icans-3", { events: 1 }),
      figure("death-crs", { events: 1 }),
      figure("anemia-3", { events: 30, percentPrinted: 37.5 }),
      figure("neutropenia-3", { events: 40, percentPrinted: 50, derived: true }),
    ],
    landmarks: [
      { ...landmark, month: 6, survival: 0.7, interval: null },
      { ...landmark, month: 12, survival: 0.58, interval: [0.46, 0.68] },
    ],
    overlaps: [],
    sources: template.sources.map((source) => ({
      ...source,
      reference: sampleReference,
      doi: reference.DOI ?? null,
      pmid: reference.PMID ?? null,
    })),
    missing: [],
  };
}

function series(id: string, overlapping: string): Cohort {
  return {
    ...trial(),
    id,
    label: "A made-up series",
    evidence: "real-world",
    registry: [],
    overlaps: [{ with: overlapping, kind: "partial", reason: "made up" }],
  };
}
