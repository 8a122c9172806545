/**
 * The questions with a precomputed answer. The list avoids requests for files that do not exist.
 */

import { dataset } from "#core/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import { precomputedPath } from "./precomputed-path.ts";

const answered: ReadonlySet<string> = new Set(questions);

/** The path of the precomputed file; `null` if the answer was not precomputed. */
export function precomputedFile(canonical: string, language: string): string | null {
  return answered.has(canonical)
    ? precomputedPath(dataset.answerVersion, canonical, language)
    : null;
}
