/** What few views have and the first view does not load, with its words: see `later-parts.tsx`. */

import type { CompareView } from "#presentation/view/compare-view.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { kept, relaxed, survival, unreported } from "#presentation/words/parts/later.ts";
import { laterParts } from "./later-parts.tsx";
import { withAge } from "./with-age.ts";

/** Loads the words of these parts. */
export async function loadWords(language: string): Promise<void> {
  await Promise.all([kept, relaxed, survival, unreported].map(({ load }) => load(language)));
}

/**
 * The properties of the Compare view that draw these parts.
 *
 * @param isCutOff whether the answer was computed here, because nobody else could be asked
 */
export function later(
  view: CompareView,
  strings: DrawnWords,
  onChoose: ((query: string) => void) | undefined,
  isCutOff = false,
) {
  const { language } = strings;
  const words = {
    relaxed: relaxed.in(language),
    survival: survival.in(language),
    unreported: unreported.in(language),
  };
  return {
    view: isCutOff ? withAge(view, Date.now(), kept.in(language), strings) : view,
    ...laterParts(view, strings, words, onChoose),
  };
}
