/** What an opened row is called. */
import { nameOf } from "../words/row-name.ts";
import type { Screen } from "./screen.ts";

/** Of a row on a screen; `undefined` where no such row can be opened. */
export function rowName(view: Screen, outcome: string): string | undefined {
  if (view.kind === "products") {
    const section = view.byDrug.sections.find((one) => one.outcome === outcome);
    if (section) return nameOf(section);
  }
  const row = view.rows.find((one) => one.outcome === outcome);
  const named = [...view.unreported, ...(view.kind === "survival" ? view.months : [])];
  return row ? nameOf(row) : named.find((one) => one.outcome === outcome)?.name;
}
