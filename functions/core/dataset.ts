/** The evidence that this installation was built with. */
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresets } from "./question/read-question.ts";

const presets = parsePresets(computeSet);

export const dataset: Dataset = { ...computeSet, presets, dataVersion, answerVersion };
