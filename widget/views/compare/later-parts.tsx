/** Parts that few views have and the first view does not load, as properties of the Compare view. */
import { foldedRows } from "#presentation/screen/unreported.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import { outcomesOf } from "#presentation/statement/survival.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { Survival } from "../survival/survival.tsx";
import type { LaterParts } from "./compare.tsx";
import { Relax } from "./relax.tsx";
import { Unreported } from "./unreported.tsx";

export function laterParts(
  view: Statement,
  strings: DrawnWords,
  onChoose?: ((query: string) => void) | undefined,
): LaterParts {
  const { survival, told } = view;
  const own = new Set(survival && outcomesOf(survival).filter((outcome) => outcome !== told));
  const { rows, folded } = foldedRows(view.rows.filter(({ outcome }) => !own.has(outcome)));
  const isFolded = Object.values(folded).some((some) => some.length > 0);
  return {
    relax: <Relax view={view} strings={strings} onChoose={onChoose} />,
    rows,
    after:
      survival || isFolded
        ? ({ openRows, onToggleRow, stale }, draw) => {
            const shared = { openRows, onToggleRow, draw };
            return (
              <>
                {survival && (
                  <Survival
                    {...shared}
                    survival={survival}
                    rows={view.rows.filter(({ outcome }) => own.has(outcome))}
                    stale={stale}
                  />
                )}
                {isFolded && <Unreported {...shared} folded={folded} />}
              </>
            );
          }
        : undefined,
  };
}
