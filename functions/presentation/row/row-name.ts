/** What a row is called: its outcome, and of an outcome by grade what its figures count. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { studyWordOf } from "../words/arguments.ts";
import { gradesOfRow } from "../words/grades.ts";
import { nameOf } from "../words/row-name.ts";

type Asked = Pick<Answer<string>, "query">;

/** "Severe CRS, grade 3 or 4" */
export function nameOfRow(row: Pick<Row<string>, "label" | "detail" | "grades">, answer: Asked) {
  return nameOf({ label: row.label, detail: detailOf(row, answer) });
}

/** The second line under the name; `null` if the name says it. */
export function detailOf(
  { detail, grades }: Pick<Row<string>, "detail" | "grades">,
  { query }: Asked,
): string | null {
  return grades === null ? detail : gradesOfRow(grades, studyWordOf(query));
}
