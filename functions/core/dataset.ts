/** Holds the evidence of this installation. */
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresetQuestionsOrThrow } from "./question/parse-query.ts";

export const dataset: Dataset = {
  ...computeSet,
  presets: parsePresetQuestionsOrThrow(computeSet),
  dataVersion,
  answerVersion,
};
