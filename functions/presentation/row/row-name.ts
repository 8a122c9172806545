/** Names rows by the outcome and, for an outcome by grade, by the grades that its figures count. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { describeGrades } from "../words/grades.ts";
import { chooseStudyWord } from "../words/study-word.ts";

interface NamedOutcome {
  readonly label: string;
  readonly detail?: string | null | undefined;
}

/** Returns the outcome with what it counts, as in "Infection, grade ≥ 3". */
export function joinLabelAndDetail({ label, detail }: NamedOutcome): string {
  return [label, detail].filter(Boolean).join(", ");
}

/** Returns the name of a row with its grades, as in "Severe CRS, grade 3 or 4". */
export function nameRow(
  row: Pick<Row<string>, "label" | "detail" | "grades">,
  answer: Pick<Answer<string>, "query">,
) {
  return joinLabelAndDetail({ label: row.label, detail: describeRowDetail(row, answer) });
}

/** Returns the second line under the name; `null` if the name says everything. */
export function describeRowDetail(
  { detail, grades }: Pick<Row<string>, "detail" | "grades">,
  { query }: Pick<Answer<string>, "query">,
): string | null {
  return grades === null ? detail : describeGrades(grades, chooseStudyWord(query));
}
