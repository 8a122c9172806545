/** The dataset this Worker was built with. */
import { computeSet } from "../data/generated/compute-set.ts";
import { dataVersion } from "../data/generated/data-version.ts";
import { answerVersion } from "../data/generated/version.ts";
import { parsePresets } from "./comparison/parse-presets.ts";
import type { Dataset } from "./evidence/dataset.ts";

export const dataset: Dataset = {
  ...computeSet,
  presets: parsePresets(computeSet),
  dataVersion,
  answerVersion,
};
