/** Makes `/methods`: rules and numbers of the core, and the contents of the data. */
import { dataset } from "#core/dataset.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { compareWithSources } from "../../answers/compute/full-answer.ts";
import { Note, NotReviewed } from "../kit/kit.tsx";
import { markdownPage, type ReadFile } from "../markdown-page.tsx";
import {
  analysesTable,
  consistentText,
  foundTable,
  priorTable,
  ruleNumbers,
} from "./analyses-tables.ts";
import { publishedTables } from "./published-tables.ts";
import { countsOf, tables } from "./tables.ts";

export function documents(read: ReadFile): Record<string, string> {
  const answer = compareWithSources(queryFromText("", dataset));
  return markdownPage({
    read,
    name: "methods",
    description:
      "How the numbers are made: rules, model, analyses, agreement with published pools, search, limits.",
    live: {
      ...ruleNumbers(),
      ...countsOf(answer),
      ...tables(),
      ...publishedTables(),
      ...priorTable(),
      analysesTable: analysesTable(),
      foundTable: foundTable(answer),
      consistent: consistentText(answer),
    },
    children: (
      <Note>
        <NotReviewed />
        {elementTexts.footer.audience}
      </Note>
    ),
  });
}
