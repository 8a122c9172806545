/** Other groups than the two classes, outcome by outcome: each product as counted, the others pooled by themselves. */

import {
  above,
  type Block,
  cell,
  type Document,
  folded,
  type Line,
  line,
  list,
  narrow,
  type Piece,
  paragraph,
  quiet,
  type Row,
  type Section,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { DrugTimes } from "../row/drug-times.ts";
import type { DrugView } from "../row/drugs-view.ts";
import { nameOf } from "../statement/row-name.ts";
import type { GroupLine, SideBySide } from "../statement/side-by-side.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type References, references, sourcesPart } from "./references.ts";
import type { ReportLinks } from "./report-parts.ts";
import { takeBlocks } from "./take.ts";

export interface SideBySideParts {
  readonly answer: SideBySide;
  /** Where the groups are products: medians of survival, and all other times. */
  readonly times: {
    readonly medians: readonly DrugTimes[];
    readonly others: readonly DrugTimes[];
  } | null;
  /** How to cite this page. */
  readonly citation: string;
  readonly links: Pick<ReportLinks, "own" | "classes" | "files">;
}

export function sideBySideOf(parts: SideBySideParts, words: Catalogue): Document {
  const { title, question, groups, rows, notes, inNoGroup } = parts.answer;
  const { sideBySide: said, short } = words.report;
  const sources = references(words);
  const left = inNoGroup.map((one) => line([recordOf(one), `: ${one.reason}`]));
  return {
    title,
    opening: [
      ...paragraph(question.published, question.lookedFor, ...question.rules),
      ...paragraph(said.caption, said.confounded),
      ...paragraph(groups.length === 0 && short.nothing),
    ],
    sections: [
      ...rows.map((row) => outcomeSection(row, sources, words)),
      ...section(said.times, timeBlocks(parts)),
      ...section(said.remarks, list(null, notes)),
      ...section(
        said.cohorts,
        groups.map((group) => groupPart(group, parts.answer, words)),
      ),
      ...section(said.inNoGroup, list(null, left)),
      ...section(words.report.headings.references, sourcesPart(sources, words)),
      ...section(words.report.headings.take, take(parts, words)),
    ],
    abbreviations: words.detail.abbreviations,
  };
}

function section(title: string, blocks: readonly Block[]): Section[] {
  return blocks.length > 0 ? [{ id: null, title, blocks }] : [];
}

type StatedRow = SideBySide["rows"][number];

function outcomeSection(row: StatedRow, sources: References, words: Catalogue): Section {
  const { outcome, lines, none, axis } = row;
  const { columns, none: noNumber } = words.report.sideBySide;
  const table: Block = {
    kind: "table",
    look: "groups",
    columns: [columns.group, columns.rate],
    groups: [{ rows: lines.map((group) => rateRow(group, row, sources, words)) }],
    axis,
  };
  return {
    id: outcome,
    title: nameOf(row),
    blocks: [
      ...(lines.length > 0 ? [table] : []),
      ...quiet(none.length > 0 && noNumber(none)),
      ...remarks(row, words),
    ],
  };
}

function rateRow(
  group: GroupLine,
  { sources }: Pick<StatedRow, "sources">,
  references: References,
  { screen }: Catalogue,
): Row {
  const { id, name, therapyClass, product, shown, rate, range, evidence, chain } = group;
  const number: Piece[] = rate === null ? [] : [{ text: rate, mark: "strong" }, ` ${range}`];
  const ofClass = therapyClass && screen.className[therapyClass];
  return {
    name: above(name, [ofClass, product].filter(Boolean).join(", ")),
    cells: [cell(number, line(evidence, references.citeAll(sources[id] ?? [])), chain)],
    drawn: shown && { shown, therapyClass },
  };
}

/** Medians of survival, and when harms begin: each trial stands for itself, so these have no pool above. */
function timeBlocks({ times }: SideBySideParts): Block[] {
  if (times === null) return [];
  return [
    // Medians stand open where there is room.
    ...times.medians.flatMap((one) => timeBlock(one, narrow)),
    ...times.others.flatMap((one) => timeBlock(one, unfoldedOnPaper)),
  ];
}

function timeBlock({ id, label, detail, lines }: DrugTimes, fold: typeof narrow): Block[] {
  const title = nameOf({ label, detail });
  return fold(`${id}-times`, title, list(null, lines.map(timeLine)), lines.length);
}

/** "ide-cel: 8.8 5.6–11.6 (KarMMa, followed 13.3 mo)" */
function timeLine({ name, number, under, beneath }: DrugView): Line {
  const range = under === "" ? "" : ` ${under}`;
  return line([`${name}: `, { text: number, mark: "strong" }, range, beneath && ` (${beneath})`]);
}

/** Notes, and what was reported but not pooled. */
function remarks({ outcome, notes, notPooled }: StatedRow, { detail, report }: Catalogue): Block[] {
  const lines = notPooled.map((one) =>
    line([recordOf(one), `: ${[one.figure, one.reason].filter(Boolean).join(" – ")}`]),
  );
  return folded(`${outcome}-remarks`, report.sideBySide.notes(notes.length + lines.length), [
    ...list(null, notes),
    ...list(detail.notPooled, lines),
  ]);
}

function recordOf({ cohort, label }: { cohort: string; label: string }): Piece {
  return { text: label, href: `/v1/cohorts/${cohort}` };
}

function groupPart(
  { id, name, cohorts }: SideBySide["groups"][number],
  { isOfProducts }: SideBySide,
  words: Catalogue,
): Block {
  const facts = { text: words.report.sideBySide.facts(name), href: `/products/${id}` };
  const studies = cohorts.map((cohort) => line(recordOf(cohort)));
  const blocks = [...paragraph(isOfProducts && line(facts)), ...list(null, studies)];
  return { kind: "part", id: null, title: name, folded: "screen", blocks };
}

function take({ answer, citation, links }: SideBySideParts, words: Catalogue): Block[] {
  const { files } = words.report.sideBySide;
  return takeBlocks(
    {
      answer: answer.view,
      citation: { text: citation, ris: null },
      files: [
        { text: files.classes, href: links.classes },
        { text: files.csv, href: links.files.csv },
        { text: files.json, href: links.files.json },
        { text: words.report.take.files.r, href: links.files.r },
      ],
    },
    words,
  );
}
