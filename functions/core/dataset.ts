/**
 * Holds the evidence of this installation. On a device a reader may add counts, which replaces {@link dataset}
 * while the app runs: no module may derive anything from its cohorts or versions at import time.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { computeSet } from "#data/generated/compute-set.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { parsePresetQuestionsOrThrow } from "./question/parse-query.ts";

const presets = parsePresetQuestionsOrThrow(computeSet);

/** Holds the evidence of the build, without the counts that a reader added. */
export const published: Dataset = { ...computeSet, presets, dataVersion, answerVersion };

/** Holds the evidence of every answer: that of the build, with the counts that a reader added if they are counted. */
export let dataset: Dataset = published;

/** `cohortsOfReader` holds the cohorts that a reader added. It is empty everywhere but on a device. */
export let cohortsOfReader: readonly ComputeCohort[] = [];

let changes = 0;

/**
 * Sets the counts that a reader added, for every later answer; an empty list takes them away again. Each call makes a
 * new answer version, which is part of every cache key.
 *
 * @param isCounted True if the numbers count them; else they are only listed.
 */
export function replaceAddedCohorts(cohorts: readonly ComputeCohort[], isCounted: boolean): void {
  changes += 1;
  cohortsOfReader = cohorts;
  dataset =
    cohorts.length === 0
      ? published
      : {
          ...published,
          cohorts: isCounted ? [...published.cohorts, ...cohorts] : published.cohorts,
          answerVersion: `${published.answerVersion}-added-${changes}`,
        };
}
