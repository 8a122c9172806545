/** The dataset this Worker was built with. */
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresets } from "./question/parse-presets.ts";

export const dataset: Dataset = {
  ...computeSet,
  presets: parsePresets(computeSet),
  dataVersion,
  answerVersion,
};
