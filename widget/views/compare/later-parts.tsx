/** Parts that few views have and the first view does not load, as properties of the Compare view. */

import { foldedRows } from "#presentation/screen/unreported.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import type { LaterParts } from "./compare.tsx";
import { Relax } from "./relax.tsx";
import { rowsWithGrids } from "./survival-grid.tsx";
import { Unreported } from "./unreported.tsx";

export function laterParts(
  view: Statement,
  strings: DrawnWords,
  onChoose?: ((query: string) => void) | undefined,
): LaterParts {
  const { rows, folded } = foldedRows(view.rows);
  return {
    relax: <Relax view={view} strings={strings} onChoose={onChoose} />,
    grid: rowsWithGrids,
    rows,
    unreported:
      rows.length < view.rows.length
        ? ({ openRows, onToggleRow }, draw) => (
            <Unreported folded={folded} openRows={openRows} onToggleRow={onToggleRow} draw={draw} />
          )
        : undefined,
  };
}
