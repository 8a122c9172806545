/** The record of one cohort as a page to read and print. */
import { kitStyles } from "#generated/styles.ts";
import { recordPage as statementOf } from "#presentation/statement/record/page.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { sitePage } from "../html/site-frame.tsx";
import { TextPageMain } from "../kit/text-page.tsx";

export function recordPage(record: CohortRecord): string {
  const page = statementOf(record);
  const { title, description } = page;
  return sitePage({
    title,
    description,
    styles: kitStyles,
    content: <TextPageMain page={page} />,
  });
}
