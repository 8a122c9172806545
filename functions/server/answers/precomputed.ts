/** Which questions were answered at build time; asking for a file that was never made would cost a round trip. */

import { dataset } from "#core/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import { precomputedPath } from "./precomputed-path.ts";

const answered: ReadonlySet<string> = new Set(questions);

/** The path of the file with the answer; `null` for a question that was not foreseen. */
export function precomputedFile(canonical: string, language: string): string | null {
  return answered.has(canonical)
    ? precomputedPath(dataset.answerVersion, canonical, language)
    : null;
}
