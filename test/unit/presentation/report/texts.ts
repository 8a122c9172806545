/** Makes the text of answers, and takes it apart, for tests. */

import { h } from "preact";
import { render } from "preact-render-to-string";
import type { Answer } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import {
  type Block,
  type Cell,
  type Document,
  type Line,
  line,
  textOf,
} from "#presentation/document/document.ts";
import { reportOf } from "#presentation/report/report.ts";
import type { ReportParts } from "#presentation/report/report-parts.ts";
import { survivalTables } from "#presentation/row/survival-tables.ts";
import { fullStatement } from "#presentation/statement/full.ts";
import { english } from "#presentation/words/catalogue.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { reportLinks } from "#server/answers/report-links.ts";
import { DocumentMain } from "#server/pages/report/document-main.tsx";

const form = {
  extent: "whole",
  own: "/report",
  citation: "To be cited.",
} as const;

/** The text of an answer without what only the data beside it say: cohorts, times, other studies. */
export function textOfAnswer(answer: Answer): Document {
  const { query, canonical } = answer;
  const sources = {
    ...{ monthsOf: () => ({ trials: [], small: [] }), compared: [] },
    ...{ citationOf: () => null, patientsOf: () => null, outcomeLabel: String },
  };
  const parts: ReportParts = {
    ...{ extent: "whole", citation: form.citation, rulesReview: null },
    answer: fullStatement(answer, english),
    ...{ cohorts: [], subgroups: [], compared: [], timing: [], lateNeurotoxicity: [] },
    survival: survivalTables(answer, sources, [], english),
    links: reportLinks(query, canonical, form),
  };
  return reportOf(parts, english);
}

/** The whole text without the checks, which take some twenty answers more. */
export function wholeText(query: Query): Document {
  const parts = reportParts(fullAnswer(query), { ...form, extent: "short" }, english);
  return reportOf({ ...parts, extent: "whole" }, english);
}

export function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.lines;
    if (block.kind === "list") return [...lead(block.lead), ...block.items];
    if (block.kind === "part") {
      // What only the page draws has its heading there alone.
      const lines = linesIn(block.blocks);
      return lines.length > 0 ? [...lead(block.title), ...lines] : [];
    }
    if (block.kind !== "table") return [];
    const rows = block.groups.flatMap((group) => group.rows);
    return [
      ...lead(block.caption),
      ...rows.flatMap(({ name, cells }) => [name, ...cells.flatMap(inCell)]).flatMap(withBelow),
    ];
  });
}

function inCell(cell: Cell): readonly Line[] {
  return typeof cell === "string" ? [line(cell)] : (cell ?? []);
}

function withBelow(one: Line): Line[] {
  return [one, ...(one.beneath ?? []).flatMap(withBelow)];
}

function lead(text: string | null | undefined): Line[] {
  return text ? [line(text)] : [];
}

/** All lines but the references, which are quoted from others. */
export function linesOf({ title, opening, sections }: Document): Line[] {
  return [
    ...lead(title),
    ...linesIn(opening),
    ...sections.flatMap(({ id, title: name, blocks }) =>
      id === "references" ? [] : [...lead(name), ...linesIn(blocks)],
    ),
  ];
}

export function sentencesOf(document: Document): string[] {
  return linesOf(document).map(textOf);
}

export function asHtml(document: Document): string {
  return render(h(DocumentMain, { document, extent: "whole", contents: "Contents" }));
}
