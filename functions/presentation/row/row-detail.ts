/** The second line under the name of a row: of an outcome by grade what its figures count. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { studyWordOf } from "../words/arguments.ts";
import { screen } from "../words/screen.ts";

export function detailOf(
  { detail, grades }: Pick<Row<string>, "detail" | "grades">,
  { query }: Pick<Answer<string>, "query">,
): string | null {
  return grades === null ? detail : screen.gradesOfRow(grades, studyWordOf(query));
}
