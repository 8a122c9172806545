/** Writes short texts, below the name of a row, on whether figures of grade 3 and higher include deaths. */
import type { Grades } from "#core/answer/answer.ts";
import type { Figure } from "#data/schema.ts";
import { formatCountWithNoun } from "./counts.ts";
import type { StudyWord } from "./study-word.ts";

const without = "grade 3 or 4";
const orHigher = "grade ≥ 3";

/** States that a figure of grade 3 and higher leaves out deaths. */
export const deathsSeparate = "deaths apart";

export const gradesOfFigure: Readonly<Record<NonNullable<Figure["grades"]>, string>> = {
  "3-4": `${without}, ${deathsSeparate}`,
  "3-5": orHigher,
  severe: "“severe”, grade not found",
};

/**
 * Returns text such as "grade 3 or 4; at least 2 of 7 trials count deaths, too; “severe” without a grade in 1"; `null` if
 * no trial is counted.
 */
export function describeGrades(grades: Omit<Grades, "fatal">, noun: StudyWord): string | null {
  const { trials, ungraded } = grades;
  if (trials === 0) return null;
  if (ungraded === trials) return gradesOfFigure.severe;
  const counted = describeDeathsCounted(grades, noun);
  return ungraded === 0 ? counted : `${counted}; “severe” without a grade in ${ungraded}`;
}

function describeDeathsCounted(
  { trials, withoutDeaths, withDeaths, notReported }: Omit<Grades, "fatal" | "ungraded">,
  noun: StudyWord,
): string {
  if (withoutDeaths === trials) return gradesOfFigure["3-4"];
  if (withDeaths === trials) return gradesOfFigure["3-5"];
  if (notReported === trials) return "grade 3 and higher; whether deaths count was not found";
  const of = `of ${formatCountWithNoun(trials, noun)}`;
  const base = withoutDeaths > 0 ? without : gradesOfFigure["3-5"];
  if (withoutDeaths === 0 || withDeaths === 0) {
    return `${base}; whether deaths count was not found in ${notReported} ${of}`;
  }
  const least = notReported > 0 ? "at least " : "";
  return `${base}; ${least}${withDeaths} ${of} count deaths, too`;
}
