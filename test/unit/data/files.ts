/** The committed data files, read once; each test takes its own copy. */
import { join } from "node:path";
import type { DataFile, Evidence } from "../../../data/evidence.ts";
import { readDataFiles } from "../../../data/read-files.ts";
import type { Cohort, Figure, Landmark } from "../../../data/schema.ts";
import { check } from "../../../data/validate.ts";

const committed = readDataFiles(join(import.meta.dirname, "../../../data"));

export function dataFiles(): DataFile[] {
  return structuredClone(committed);
}

export function evidence(): Evidence {
  return check(dataFiles()).evidence;
}

export function contentOf<T>(files: readonly DataFile[], path: string): T {
  return found(
    files.find((file) => file.path === path),
    path,
  ).content as T;
}

export function cohortNamed(id: string, { cohorts }: Evidence = evidence()): Cohort {
  return found(
    cohorts.find((cohort) => cohort.id === id),
    id,
  );
}

export function figureOf(cohort: Cohort, outcome: string, cut = "primary"): Figure {
  return found(
    cohort.figures.find((figure) => figure.outcome === outcome && figure.cut === cut),
    `${cohort.id} ${outcome} ${cut}`,
  );
}

export function landmarkOf(cohort: Cohort, family: Landmark["family"], month: number): Landmark {
  return found(
    cohort.landmarks.find((landmark) => landmark.family === family && landmark.month === month),
    `${cohort.id} ${family} ${month}`,
  );
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not in the data: ${what}`);
  return value;
}
