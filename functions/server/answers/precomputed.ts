/** The questions with a precomputed answer or page, so that no missing file is asked for. */
import { dataset } from "#core/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import { release } from "../pages/html/release.ts";
import { framePath, precomputedPath } from "./precomputed-files.ts";

const answered: ReadonlySet<string> = new Set(questions);

/** The path of the precomputed file; `null` if the answer was not precomputed. */
export function precomputedFile(canonical: string): { path: string } | null {
  return answered.has(canonical)
    ? { path: precomputedPath(dataset.answerVersion, canonical) }
    : null;
}

/** The page that has the default question beside `/embed`. */
export const homeFile = framePath(release, "home");

/** The path of the page of `/embed` that the build made; `null` if there is none. */
export function madeFrame(canonical: string): string | null {
  return answered.has(canonical) ? framePath(release, canonical) : null;
}
