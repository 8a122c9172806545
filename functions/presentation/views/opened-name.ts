/** Makes the title of an opened row. */
import { joinLabelAndDetail } from "../row/row-name.ts";
import type { Screen } from "./screen.ts";

/** Returns the name of the row of an outcome on a screen; `undefined` if the screen cannot open that row. */
export function findRowName(view: Screen, outcome: string): string | undefined {
  if (view.kind === "products") {
    const ofDrugs = view.byDrug.outcomes.find((entry) => entry.outcome === outcome);
    if (ofDrugs) return joinLabelAndDetail(ofDrugs);
  }
  const folded = view.kind === "classes" ? (view.foldedRows ?? []) : [];
  const row = [...view.rows, ...folded, ...(view.before?.rows ?? [])].find(
    (entry) => entry.outcome === outcome,
  );
  const entries = [...view.unreported, ...(view.kind === "survival" ? view.months : [])];
  return row ? joinLabelAndDetail(row) : entries.find((entry) => entry.outcome === outcome)?.name;
}
