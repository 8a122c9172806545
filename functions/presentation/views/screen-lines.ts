/**
 * Writes a screen in plain lines, for programs that show only text: a line for each row, trial of survival, or drug.
 */
import { joinLabelAndDetail } from "../row/row-name.ts";
import { joinByCommas, joinBySpaces } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import type { BeforeTreatment, TimeBefore } from "./before-treatment.ts";
import type { ByDrug } from "./by-drug.ts";
import type { Screen, ScreenOf } from "./screen.ts";
import { listSurvivalSentences } from "./survival-lines.ts";

export function listScreenLines(view: Screen): string[] {
  const ofSurvival = view.kind === "survival" ? view.survival.shown : null;
  return [
    ...(ofSurvival ? listSurvivalSentences(ofSurvival) : []),
    ...view.rows.map((row) => `${joinLabelAndDetail(row)}: ${row.heard}`),
    ...(ofSurvival?.matched ?? []),
    ...(view.kind === "products"
      ? [...listLinesOfDrugs(view.byDrug), ...listLinesBelowDrugs(view)]
      : []),
  ];
}

/** Writes what stands below drugs side by side: the drugs that are left out, and what precedes a treatment. */
export function listLinesBelowDrugs({
  byDrug: { notes, absent },
  before,
}: ScreenOf<"products">): string[] {
  return [
    ...notes,
    ...(absent ? [absent.text] : []),
    ...(before ? listLinesBeforeTreatment(before) : []),
  ];
}

function listLinesOfDrugs({ outcomes, drugs, furtherDrugs }: ByDrug): string[] {
  return [...drugs, ...furtherDrugs].map(({ name, label, results }) => {
    const inWords = outcomes.map((outcome, index) => {
      const { heard } = results[index] ?? { heard: notFound };
      return `${joinLabelAndDetail(outcome)}: ${heard}.`;
    });
    return joinBySpaces([`${name}.`, label, ...inWords]);
  });
}

/** Writes what precedes a treatment, a line for each row, kind of time and note. */
function listLinesBeforeTreatment({ rows, reasons, times, notes }: BeforeTreatment): string[] {
  return [
    ...rows.map((row) => `${joinLabelAndDetail(row)}: ${row.heard}`),
    ...(reasons ? [reasons] : []),
    ...times.map(
      ({ title, lines }) => `${title}: ${lines.map(describeTimeBeforeTreatment).join("; ")}`,
    ),
    ...notes,
  ];
}

/** Writes a time with its patients, as in "ide-cel 49 days, 34–117, KarMMa-3, 254 patients". */
function describeTimeBeforeTreatment({ name, number, under, label, patients }: TimeBefore): string {
  return joinByCommas([`${name} ${number}`, under, label, patients]);
}
