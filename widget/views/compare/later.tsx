/** What few views have and the first view does not load: ways out of an empty class, and grids. */
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { loadRelaxed, relaxedIn } from "#presentation/words/parts/relaxed.ts";
import { loadSurvival, survivalIn } from "#presentation/words/parts/survival.ts";
import { Relax } from "./relax.tsx";
import { gridWith } from "./survival-grid.tsx";

/** Loads the words of these parts. */
export async function loadWords(language: string): Promise<void> {
  await Promise.all([loadRelaxed(language), loadSurvival(language)]);
}

/** The properties of the Compare view that draw these parts. */
export function later(
  view: CompareView,
  strings: DrawnWords,
  onChoose: ((query: string) => void) | undefined,
) {
  const { language } = strings;
  return {
    relax: (
      <Relax view={view} strings={strings} relaxed={relaxedIn(language)} onChoose={onChoose} />
    ),
    grid: gridWith(survivalIn(language)),
  };
}
