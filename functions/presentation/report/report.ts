/**
 * An answer in sentences and tables. Equal answers give equal documents. Every number is taken from the
 * answer and has the same digits as on the screen. If a number is missing, the text says so, and why.
 * It describes what cohorts showed and never recommends a treatment.
 *
 * Needs an answer with citations.
 */

import {
  type Block,
  type Document,
  joined,
  line,
  list,
  looking,
  type Paragraph,
  type Part,
  paragraph,
  part,
  quiet,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { FullRow } from "../statement/full.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { answerBlocks } from "./answer.ts";
import { sureBlocks } from "./checks.ts";
import { leftOutBlocks } from "./left-out.ts";
import { methodBlocks } from "./method.ts";
import { comparedBlocks, subgroupBlocks } from "./others.ts";
import { outcomePart, publishedPart } from "./outcome.ts";
import { type References, references, sourcesPart } from "./references.ts";
import { extents, type PlacedParts, type ReportParts } from "./report-parts.ts";
import { placedRows } from "./rows.ts";
import { studyBlocks } from "./studies.ts";
import { survivalBlocks } from "./survival.ts";
import { takeBlocks } from "./take.ts";

/** What follows the answer at each length, in this order. */
const contents = {
  short: ["holds", "survival", "method", "references", "take"],
  whole: [
    "outcomes",
    "survival",
    "studies",
    "left-out",
    "compared",
    "method",
    "references",
    "take",
  ],
} as const;

export function reportOf(known: ReportParts, words: Catalogue): Document {
  const { answer, extent } = known;
  const placed = placedRows(answer.rows, known.survival?.months ?? []);
  const parts = { ...known, placed };
  const { headings } = words.report;
  const sources = references(words);
  // First, because its sources are the first.
  const opening = answerBlocks(parts, sources, words);
  const blocksOf: Readonly<Record<keyof typeof headings, () => readonly Block[]>> = {
    holds: () => sureBlocks(parts, words),
    outcomes: () => outcomeBlocks(parts, sources, words),
    // In short only what the table of the first page leaves to it.
    survival: () =>
      extent === "whole" || placed.months.length > 0 ? survivalBlocks(parts, sources, words) : [],
    studies: () => studyBlocks(parts, sources, words),
    "left-out": () => leftOutBlocks(parts, words),
    compared: () => [...comparedBlocks(parts, sources, words), ...subgroupBlocks(parts, words)],
    method: () => methodBlocks(parts, words),
    // After everything that cites.
    references: () => sourcesPart(sources, words),
    take: () => take(parts, words),
  };
  const sections = contents[extent].map((id) => ({
    id,
    title: headings[id],
    blocks: blocksOf[id](),
  }));
  return {
    title: answer.question.asked,
    opening: [...opening, ...lengthsOf(parts, words)],
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    abbreviations: words.detail.abbreviations,
  };
}

function lengthsOf({ extent, links }: ReportParts, { report }: Catalogue): Paragraph[] {
  const { lead, ...lengths } = report.lengths;
  const items = extents.map((one) => ({
    text: lengths[one],
    href: links.extent(one),
    isPresent: one === extent,
  }));
  return looking("sorting", lead, line(joined(items, " ")));
}

/** Of what no source reports, page one has the name. */
function hasPart({ numberless, published, timing }: FullRow): boolean {
  return numberless !== "silent" || (published?.analyses ?? []).length > 0 || timing.length > 0;
}

function outcomeBlocks(parts: PlacedParts, sources: References, words: Catalogue): Block[] {
  const { rows } = parts.answer;
  return [
    ...(rows.some(({ hasNumber }) => hasNumber) ? quiet(words.report.outcome.legend) : []),
    ...rows
      .filter(hasPart)
      .flatMap((row) =>
        parts.placed.months.includes(row)
          ? publishedPart(row, sources, words)
          : outcomePart(row, parts, sources, words),
      ),
    ...latePart(parts, sources, words),
  ];
}

/** Where harms were asked for. */
function latePart(
  { answer, lateNeurotoxicity, placed }: PlacedParts,
  sources: References,
  { report }: Catalogue,
): Part[] {
  const { heading: title, note, onset, each } = report.lateNeurotoxicity;
  if (lateNeurotoxicity.length === 0) return [];
  if (!answer.rows.some(({ group }) => group === "toxicity")) return [];
  const lists = lateNeurotoxicity.flatMap(({ title: name, studies }) =>
    list(
      name,
      studies.map(({ text, citation }) => line(text, sources.cite(citation, "whole"))),
    ),
  );
  const count = lateNeurotoxicity.reduce((sum, { studies }) => sum + studies.length, 0);
  const lead = paragraph(note, onset);
  const id = "late-neurotoxicity";
  if (placed.isLong) return unfoldedOnPaper(id, title, [...lead, ...lists], count);
  const blocks = [...lead, ...unfoldedOnPaper(`${id}-each`, each, lists, count)];
  return part(id, title, blocks);
}

function take({ answer, citation, links }: ReportParts, words: Catalogue): Block[] {
  const { ris, ...files } = links.files;
  const names = Object.entries(words.report.take.files) as [keyof typeof files, string][];
  return takeBlocks(
    {
      answer: answer.view,
      citation: { text: citation, ris },
      files: names.map(([file, text]) => ({ text, href: files[file] })),
    },
    words,
  );
}
