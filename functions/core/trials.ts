/**
 * The evidence without the content of real-world series, which answers questions about trials. A
 * page loads it first; `dataset.ts` is the whole.
 */
import { storedSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import { restored, type StoredCohort } from "#data/stored-set.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresets } from "./question/parse-presets.ts";

export function datasetWith(realWorld: readonly StoredCohort[]): Dataset {
  const computeSet = restored(storedSet, realWorld);
  return { ...computeSet, presets: parsePresets(computeSet), dataVersion, answerVersion };
}

export const trials = datasetWith([]);
