/**
 * The evidence that this installation was built with. On a device a reader may add counts: then this name stands for
 * the evidence with them, so no module derives anything from its cohorts or versions when it is imported.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresets } from "./question/read-question.ts";

const presets = parsePresets(computeSet);

/** Without what a reader added. */
export const published: Dataset = { ...computeSet, presets, dataVersion, answerVersion };

export let dataset: Dataset = published;

/** The cohorts that a reader added; empty everywhere but on a device. */
export let added: readonly ComputeCohort[] = [];

let changes = 0;

/**
 * Adds counts for every later answer; none takes them away again. Each change has an answer version of its own, by
 * which all that is kept of an answer is named.
 *
 * @param isCounted True if the numbers count them; else they are only listed.
 */
export function addCounts(cohorts: readonly ComputeCohort[], isCounted: boolean): void {
  changes += 1;
  added = cohorts;
  dataset =
    cohorts.length === 0
      ? published
      : {
          ...published,
          cohorts: isCounted ? [...published.cohorts, ...cohorts] : published.cohorts,
          answerVersion: `${published.answerVersion}-added-${changes}`,
        };
}
