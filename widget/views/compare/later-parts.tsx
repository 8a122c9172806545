/** The parts of the Compare view that few questions need, as its properties. */
import type { CompareView } from "#presentation/view/compare-view.ts";
import { foldedRows } from "#presentation/view/unreported.ts";
import type { RelaxedWords } from "#presentation/words/contract/parameters.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import type { SurvivalWords } from "#presentation/words/contract/survival.ts";
import type { UnreportedWords } from "#presentation/words/contract/unreported.ts";
import type { LaterParts } from "./compare.tsx";
import { Relax } from "./relax.tsx";
import { gridWith } from "./survival-grid.tsx";
import { Unreported } from "./unreported.tsx";

export interface LaterWords {
  relaxed: RelaxedWords;
  survival: SurvivalWords;
  unreported: UnreportedWords;
}

export function laterParts(
  view: CompareView,
  strings: DrawnWords,
  { relaxed, survival, unreported }: LaterWords,
  onChoose?: ((query: string) => void) | undefined,
): LaterParts {
  const { rows, folded } = foldedRows(view.rows);
  return {
    relax: <Relax view={view} strings={strings} relaxed={relaxed} onChoose={onChoose} />,
    grid: gridWith(survival),
    rows,
    unreported:
      rows.length < view.rows.length
        ? ({ openRows, onToggleRow }, draw) => (
            <Unreported
              folded={folded}
              words={unreported}
              openRows={openRows}
              onToggleRow={onToggleRow}
              draw={draw}
            />
          )
        : undefined,
  };
}
