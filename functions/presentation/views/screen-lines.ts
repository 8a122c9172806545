/**
 * Writes a screen in plain lines, for programs that show only text: a line for each row, kind of survival, or outcome
 * by drug.
 */
import { nameOf } from "../row/row-name.ts";
import { withSpaces } from "../words/sentences.ts";
import { survivalTitles } from "../words/survival.ts";
import type { DrugSection } from "./by-drug.ts";
import type { Screen } from "./screen.ts";
import type { FamilyView } from "./survival.ts";

export function screenLines(view: Screen): string[] {
  return [
    ...(view.kind === "survival" ? view.survival.families.slice(0, 1) : []).flatMap(lineOfMedians),
    ...view.rows.map((row) => `${nameOf(row)}: ${row.heard}`),
    ...(view.kind === "products" ? view.byDrug.sections : []).map(lineOfDrugs),
  ];
}

function lineOfMedians({ family, ruler }: FamilyView): string[] {
  if (!ruler) return [];
  const medians = ruler.medians.map(({ drug, trial, heard }) => `${drug} ${trial} ${heard}`);
  return [`${survivalTitles[family]}, median: ${medians.join("; ")}`];
}

function lineOfDrugs({ lines, unit, ...outcome }: DrugSection): string {
  const drugs = lines.map(({ name, number, under }) =>
    withSpaces([name, number, under && `(${under})`]),
  );
  return `${nameOf(outcome)}, ${unit}: ${drugs.join(", ")}`;
}
