/** The dataset this Worker was built with. */
import { computeSet } from "../data/generated/compute-set.ts";
import { answerVersion, dataVersion } from "../data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";

export const dataset: Dataset = { ...computeSet, dataVersion, answerVersion };
