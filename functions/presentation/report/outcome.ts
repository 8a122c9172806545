/** One outcome: both classes and their difference in sentences, every study and its source. */
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { FullClass, FullRow } from "../statement/full.ts";
import type { NotPooledText } from "../statement/sources.ts";
import type { StatedTiming, TimingOfClass } from "../statement/timing.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import {
  type Block,
  folded,
  type Line,
  type List,
  line,
  list,
  type Paragraph,
  type Part,
  type Piece,
  paragraph,
} from "./document.ts";
import { byReason } from "./left-out.ts";
import type { References } from "./references.ts";

export function resultBlocks(row: FullRow, references: References, words: Catalogue): Block[] {
  return [
    ...therapyClasses.flatMap((group) => paragraph(...row.classes[group].sentences)),
    ...collectedParagraph(row, references),
    ...paragraph(row.contrast.ratio),
    ...(row.hasNumber
      ? list(
          words.report.notes,
          row.notes.map(({ text }) => text),
        )
      : []),
    ...paragraph(...row.headToHead.map((text) => `${text}.`)),
    ...publishedBlocks(row, words),
  ];
}

/** A response over all with cells collected: each count with its source, and whether it is derived. */
function collectedParagraph({ collected }: FullRow, references: References): Paragraph[] {
  if (!collected) return [];
  return paragraph(
    collected.text,
    ...collected.cohorts.map(({ label, text, citation }) =>
      line(`${label}: ${text}.`, references.cite(citation)),
    ),
  );
}

/** Each pool with its source; nothing where none is known. */
function publishedBlocks({ outcome, published }: FullRow, { detail, screen }: Catalogue): Block[] {
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
  return folded(
    `${outcome}-published`,
    detail.published.heading,
    [...paragraph(note), ...list(null, lines)],
    `${analyses.length}`,
  );
}

/** The cohorts of each class: pooled ones with their figures, the others with the reason. */
export function cohortLists(
  { classes }: FullRow,
  noun: StudyWord,
  references: References,
  words: Catalogue,
): List[] {
  return therapyClasses.flatMap((group) => {
    const { trials, trialsLead, notPooled, notPooledLead } = classes[group];
    return [
      ...list(
        trialsLead,
        trials.map(({ long, citation }) => line(long, references.cite(citation))),
      ),
      ...list(notPooledLead, notPooledLines(notPooled, noun, words)),
    ];
  });
}

/** One item for each reason, the most frequent first, with what is reported although not pooled. */
function notPooledLines(
  notPooled: readonly NotPooledText[],
  noun: StudyWord,
  { report }: Catalogue,
): string[] {
  return byReason(notPooled, ({ reason }) => reason).map(([reason, cohorts]) => {
    const labels = cohorts.map(({ label, figure }) => (figure ? `${label} (${figure})` : label));
    return report.cohorts.forReason(cohorts.length, noun, reason, labels);
  });
}

/** So many studies of each class. */
export function countsOf(
  classes: Readonly<Record<TherapyClass, FullClass>>,
  { screen }: Catalogue,
): string {
  return therapyClasses
    .map((group) => `${screen.className[group]} ${classes[group].trials.length}`)
    .join(" · ");
}

/** How soon and how long, each class by itself, one line a cohort. */
export function timingPart(
  id: string,
  classes: readonly TimingOfClass<StatedTiming>[],
  { detail, screen }: Catalogue,
): Part[] {
  if (classes.length === 0) return [];
  const lineOf = ({ cohort, label, said, sources }: StatedTiming): Line => {
    const cited = sources.flatMap(({ text, href, tier }): Piece[] => {
      const mark = detail.tier[tier];
      return [" · ", { text, href, isOutside: true, mark: "quiet" }, mark ? ` [${mark}]` : ""];
    });
    return line([{ text: label, href: `/v1/cohorts/${cohort}` }, `, ${said}`, ...cited]);
  };
  const blocks: Block[] = classes.flatMap(({ group, lines }) =>
    list(screen.className[group], lines.map(lineOf)),
  );
  return folded(id, detail.timing.heading, [...paragraph(detail.timing.note), ...blocks]);
}
