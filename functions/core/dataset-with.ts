/** The evidence as it is stored in the build, with the real-world series that are at hand. */
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
