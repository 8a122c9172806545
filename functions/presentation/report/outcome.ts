/** One outcome in words: both classes, their difference, how sure it is, and what was published. */

import { therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { hasNumber } from "../statement/figures.ts";
import { publishedOf } from "../statement/published.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { ratioSentences } from "./difference.ts";
import { type Block, folded, line, list, paragraph } from "./document.ts";
import type { References } from "./references.ts";
import { collectedParagraph, poolParagraph } from "./sides.ts";

export function titleOf({ label, detail }: ApiRow): string {
  return detail === null ? label : `${label} (${detail})`;
}

export function resultBlocks(
  row: ApiRow,
  comparison: ApiComparison,
  references: References,
  words: Catalogue,
): Block[] {
  return [
    ...therapyClasses.flatMap((group) => poolParagraph(group, row, comparison, words)),
    ...collectedParagraph(row, references),
    ...paragraph(...ratioSentences(row, words)),
    ...(hasNumber(row)
      ? list(
          words.report.notes,
          row.notes.map(({ text }) => text),
        )
      : []),
    ...paragraph(...row.headToHead.map((one) => `${words.screen.headToHead(one)}.`)),
    ...publishedBlocks(row, words),
  ];
}

/** Each pool with its source; nothing where none is known. */
function publishedBlocks(row: ApiRow, { detail, screen }: Catalogue): Block[] {
  const published = publishedOf(row, detail.published, screen.numbers);
  if (!published || published.analyses.length === 0) return [];
  const { note, analyses } = published;
  const lines = analyses.map(({ citation, href, rates, contrast, facts }) => {
    const numbers = rates.map(({ group, ofWhom, rate }) =>
      [`${screen.className[group]} ${rate}`, ofWhom].filter(Boolean).join(", "),
    );
    const said = [...numbers, contrast].filter(Boolean).join("; ");
    const source = [citation, facts].filter(Boolean).join(", ");
    return line([`${said}. `, { text: source, href, isOutside: true }]);
  });
  const count = `${analyses.length}`;
  return folded(
    `${row.outcome}-published`,
    detail.published.heading,
    [...paragraph(note), ...list(null, lines)],
    count,
  );
}
