/** The dataset this Worker was built with. */
import { storedSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import { restored } from "#data/stored-set.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresets } from "./question/parse-presets.ts";

const computeSet = restored(storedSet);

export const dataset: Dataset = {
  ...computeSet,
  presets: parsePresets(computeSet),
  dataVersion,
  answerVersion,
};
