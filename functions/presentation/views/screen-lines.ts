/**
 * Writes a screen in plain lines, for programs that show only text: a line for each row, trial of survival, or drug.
 */

import { survivalMonths } from "#core/evidence/survival-months.ts";
import { sortLinesByDrug, type TrialName } from "../row/medians-view.ts";
import { joinLabelAndDetail } from "../row/names.ts";
import { formatNumberWithRange } from "../row/randomised-words.ts";
import { unreported } from "../words/names.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces } from "../words/sentences.ts";
import type { BeforeTreatment, TimeBefore } from "./before-treatment.ts";
import type { ByDrug } from "./by-drug.ts";
import type { Screen, ScreenOf } from "./screen.ts";
import type { FamilyView } from "./survival.ts";

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
    ...(before ? listTextsOnWhatPrecedesTreatment(before) : []),
  ];
}

function listLinesOfDrugs({ outcomes, drugs, furtherDrugs }: ByDrug): string[] {
  return [...drugs, ...furtherDrugs].map(({ name, label, results }) => {
    const inWords = outcomes.map((outcome, index) => {
      const { heard } = results[index] ?? { heard: unreported };
      return `${joinLabelAndDetail(outcome)}: ${heard}.`;
    });
    return joinBySpaces([`${name}.`, label, ...inWords]);
  });
}

/** Writes what precedes a treatment, a line for each row, kind of time and note. */
function listTextsOnWhatPrecedesTreatment({
  rows,
  reasons,
  times,
  notes,
}: BeforeTreatment): string[] {
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

// Writes one kind of survival as text: a line a trial with its median and its months, for a program or the
// clipboard.

interface SurvivalLine {
  /** Names drug and trial, as in "ide-cel, KarMMa". */
  readonly name: string;
  /** States patients and follow-up, as in "128 infused, followed 13.3". */
  readonly detail: string;
  /** States the median with its interval, as in "8.8 (5.6–11.6)", "not reached, 17.3–NR"; empty without a median. */
  readonly median: string;
  /** Lists the trial at each month of the table; empty if the table has no line of it. */
  readonly months: readonly string[];
}

/** Makes a line for each trial: CAR-T first, those of a drug together. */
export function makeSurvivalLines({
  ruler,
  trials,
}: Pick<FamilyView, "ruler" | "trials">): readonly SurvivalLine[] {
  const medians = ruler?.medians ?? [];
  const others = trials.filter(({ cohort }) => medians.every((line) => line.cohort !== cohort));
  const lines: readonly (TrialName & Pick<SurvivalLine, "detail" | "median">)[] = [
    ...medians.map(({ number, under, ...line }) => ({
      ...line,
      median: number === "" ? under : formatNumberWithRange(number, under),
    })),
    ...others.map(({ patients, ...line }) => ({ ...line, detail: patients, median: "" })),
  ];
  return sortLinesByDrug(lines, ({ group, drug }) => ({ group, product: drug })).map(
    ({ drug, trial, cohort, detail, median }) => ({
      name: joinByCommas([drug, trial]),
      detail,
      median,
      months: trials.find((entry) => entry.cohort === cohort)?.months.map(({ text }) => text) ?? [],
    }),
  );
}

/**
 * Writes each trial as a sentence, as in "ide-cel, KarMMa (128 infused, followed 13.3): median months 8.8 (5.6–11.6); of
 * 100 at 6, 12, 18, 24 months: >50, <50, <50, <50."
 */
export function listSurvivalSentences(family: Pick<FamilyView, "ruler" | "trials">): string[] {
  return makeSurvivalLines(family).map(({ name, detail, median, months }) => {
    const texts = joinBySemicolons([
      median !== "" && `median months ${median}`,
      months.length > 0 && `of 100 at ${survivalMonths.join(", ")} months: ${joinByCommas(months)}`,
    ]);
    return `${formatNumberWithRange(name, detail)}: ${texts}.`;
  });
}
