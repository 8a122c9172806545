/** What few views have and the first view does not load, with its words: see `later-parts.tsx`. */
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { loadRelaxed, relaxedIn } from "#presentation/words/parts/relaxed.ts";
import { loadSurvival, survivalIn } from "#presentation/words/parts/survival.ts";
import { loadUnreported, unreportedIn } from "#presentation/words/parts/unreported.ts";
import { laterParts } from "./later-parts.tsx";

/** Loads the words of these parts. */
export async function loadWords(language: string): Promise<void> {
  await Promise.all([loadRelaxed(language), loadSurvival(language), loadUnreported(language)]);
}

/** The properties of the Compare view that draw these parts. */
export function later(
  view: CompareView,
  strings: DrawnWords,
  onChoose: ((query: string) => void) | undefined,
) {
  const { language } = strings;
  const words = {
    relaxed: relaxedIn(language),
    survival: survivalIn(language),
    unreported: unreportedIn(language),
  };
  return laterParts(view, strings, words, onChoose);
}
