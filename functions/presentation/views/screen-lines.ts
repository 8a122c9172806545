/**
 * Writes a screen in plain lines, for programs that show only text: a line for each row, trial of survival, or drug.
 */

import { survivalMonths } from "#core/evidence/survival-months.ts";
import { sortLinesByDrug, type TrialName } from "../row/medians-view.ts";
import { joinLabelAndDetail } from "../row/names.ts";
import { formatNumberWithRange } from "../row/randomised-words.ts";
import { unreported } from "../words/names.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces } from "../words/sentences.ts";
import type { ByDrug } from "./by-drug.ts";
import { type CourseView, writeCell } from "./course.ts";
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
    ...(view.kind === "course" ? listCourseLines(view.course) : []),
  ];
}

/** Writes what stands below drugs side by side, such as the drugs that are left out. */
export function listLinesBelowDrugs({ byDrug: { notes, absent } }: ScreenOf<"products">): string[] {
  return [...notes, ...(absent ? [absent.text] : [])];
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

/** Writes the course, a line for each of its lines with every lane. */
function listCourseLines({ lanes, steps }: CourseView): string[] {
  return steps.flatMap(({ title, lines }) =>
    lines.map(({ label, cells }) => {
      const texts = cells.map((cell, at) => joinBySpaces([lanes[at]?.name, writeCell(cell)]));
      return `${joinByCommas([title, label])}: ${texts.join("; ")}`;
    }),
  );
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
