/** The last section: the citation, which has the address of the page, and the files. */

import { type Block, type Line, line, list, paragraph, quiet } from "../document/document.ts";
import type { Statement } from "../statement/statement.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { dateText } from "../words/dates.ts";

interface Takeaway {
  readonly answer: Pick<Statement, "dataDate" | "answerVersion">;
  readonly citation: { readonly text: string; readonly ris: string | null };
  readonly files: readonly { readonly text: string; readonly href: string }[];
}

/** Stands beside the numbers of an outcome. */
export function fittedAgain(href: string, { report }: Catalogue): Line {
  return line({ text: report.take.files.r, href });
}

export function takeBlocks(
  { answer, citation, files }: Takeaway,
  { report: { take } }: Catalogue,
): Block[] {
  const { dataDate, answerVersion } = answer;
  const cite = line([
    `${citation.text} `,
    ...(citation.ris ? [{ text: take.citation, href: citation.ris }] : []),
  ]);
  return [
    ...paragraph(cite),
    ...list(
      null,
      files.map((file) => line(file)),
      "files",
    ),
    ...quiet(take.version(dateText(dataDate), answerVersion)),
  ];
}
