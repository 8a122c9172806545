/** One outcome with every number, for specialists. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { hasNumber } from "#core/comparison/reported.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { publishedSentence } from "../words/published-in-words.ts";
import { certaintyBlocks } from "./certainty.ts";
import { cohortLists } from "./cohorts.ts";
import { contrastSentences } from "./contrast.ts";
import { line, type Paragraph, paragraph, type Section } from "./parts.ts";
import { poolParagraph } from "./pool.ts";
import type { References } from "./references.ts";

export function outcomeSection(
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
  words: Catalogue,
): Section {
  return {
    heading: titleOf(row),
    blocks: [
      ...resultBlocks(row, comparison, references, words),
      ...cohortLists(row, comparison, references, words),
    ],
  };
}

/** Both pools, their difference with its certainty, and what was published. */
export function resultBlocks(
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
  words: Catalogue,
): Section["blocks"] {
  return [
    ...groups.flatMap((group) => poolParagraph(group, row, comparison, words)),
    ...collectedParagraph(row, references),
    ...(hasNumber(row)
      ? [
          ...paragraph(...contrastSentences(row, comparison, words)),
          ...certaintyBlocks(row, words.brief),
        ]
      : []),
    ...paragraph(publishedSentence(row, publishedWords(words))),
  ];
}

/** A response over all with cells collected: each count with its source, and whether it is derived. */
function collectedParagraph({ pools }: OutcomeComparison, references: References): Paragraph[] {
  const known = pools["car-t"].enrolled?.collected;
  if (!known) return [];
  return paragraph(
    known.text,
    ...known.cohorts.map(({ label, text, citation, source }) =>
      line(`${label}: ${text}.`, references.cite(citation, source)),
    ),
  );
}

export function publishedWords({ detail, screen }: Catalogue) {
  return { published: detail.published, numbers: screen.numbers };
}

export function titleOf({ label, detail }: OutcomeComparison): string {
  return detail === null ? label : `${label} (${detail})`;
}
