/**
 * Writes a screen in plain lines, for programs that show only text: a line for each row, trial of survival, or drug.
 */
import type { DrugTimes } from "../row/drug-times.ts";
import { nameOf } from "../row/row-name.ts";
import { withSpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import type { ByDrug } from "./by-drug.ts";
import type { Screen } from "./screen.ts";
import { describeTrials } from "./survival-lines.ts";

export function screenLines(view: Screen): string[] {
  const ofSurvival = view.kind === "survival" ? view.survival.shown : null;
  return [
    ...(ofSurvival ? describeTrials(ofSurvival) : []),
    ...view.rows.map((row) => `${nameOf(row)}: ${row.heard}`),
    ...(ofSurvival?.matched ?? []),
    ...(view.kind === "products" ? linesByDrug(view.byDrug) : []),
  ];
}

function linesByDrug({ outcomes, drugs, furtherDrugs, notes, times }: ByDrug): string[] {
  return [
    ...[...drugs, ...furtherDrugs].map(({ name, label, results }) => {
      const inWords = outcomes.map((outcome, index) => {
        const { heard } = results[index] ?? { heard: notFound };
        return `${nameOf(outcome)}: ${heard}.`;
      });
      return withSpaces([`${name}.`, label, ...inWords]);
    }),
    ...notes,
    ...times.map(lineOfTimes),
  ];
}

function lineOfTimes({ lines, unit, ...times }: DrugTimes): string {
  const drugs = lines.map(({ name, number, under }) =>
    withSpaces([name, number, under && `(${under})`]),
  );
  return `${nameOf(times)}, ${unit}: ${drugs.join(", ")}`;
}
