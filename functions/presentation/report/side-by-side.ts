/** Other groups than the two classes, outcome by outcome: each product as counted, the others pooled by themselves. */

import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { publishedQuestion } from "../statement/evidence-asked.ts";
import { reportedText } from "../statement/not-pooled.ts";
import { filterWords, rules } from "../statement/question.ts";
import {
  type GroupLine,
  type NamedGroup,
  namedGroups,
  sideBySideRow,
} from "../statement/side-by-side.ts";
import type { Catalogue } from "../words/catalogue.ts";
import {
  type Block,
  cell,
  type Document,
  folded,
  line,
  list,
  type Piece,
  paragraph,
  quiet,
  type Row,
  type Section,
} from "./document.ts";
import type { ReportLinks } from "./report-parts.ts";
import { fittedAgain, takeBlocks } from "./take.ts";

export interface SideBySideParts {
  readonly comparison: ApiComparison<string>;
  /** How to cite this page. */
  readonly citation: string;
  readonly links: Pick<ReportLinks, "own" | "classes" | "files" | "fitted">;
}

export function sideBySideOf(parts: SideBySideParts, words: Catalogue): Document {
  const { comparison } = parts;
  const { query, outcomes, notes } = comparison;
  const { question, sideBySide: said, short } = words.report;
  const named = namedGroups(comparison);
  const groups = named.map((group) => groupPart(group, query.compare === "product", words));
  const remarked = notes.map(({ text }) => text);
  return {
    title: titleOf(comparison, words),
    opening: [
      ...paragraph(
        publishedQuestion(comparison, question),
        question.lookedFor(filterWords(query, words)),
        ...rules(query, question),
      ),
      ...paragraph(said.confounded),
      ...paragraph(named.length === 0 && short.nothing),
    ],
    sections: [
      ...outcomes.map((row) => outcomeSection(row, named, parts, words)),
      ...section(said.remarks, list(null, remarked)),
      ...section(said.cohorts, groups),
      ...section(said.inNoGroup, cohortsInNoGroup(comparison)),
      ...section(words.report.headings.take, take(parts, words)),
    ],
    abbreviations: words.detail.abbreviations,
    found: `${words.report.see} ${parts.links.own}`,
  };
}

function section(heading: string, blocks: readonly Block[]): Section[] {
  return blocks.length > 0 ? [{ id: null, heading, blocks }] : [];
}

function titleOf({ query }: Pick<ApiComparison<string>, "query">, { report }: Catalogue): string {
  const [dimension = ""] = query.compare.split(":");
  return report.sideBySide.title[dimension as DimensionName | ThresholdName];
}

function outcomeSection(
  row: ApiRow<string>,
  named: readonly NamedGroup[],
  { comparison: { query }, links }: SideBySideParts,
  words: Catalogue,
): Section {
  const said = sideBySideRow(row, named, { strings: words.screen, query });
  const { outcome, label, detail, lines, none, axis } = said;
  const { columns, caption, none: noNumber } = words.report.sideBySide;
  const table: Block = {
    kind: "table",
    name: "groups",
    caption: [detail, caption].filter(Boolean).join(". "),
    columns: [columns.group, columns.rate],
    bodies: [lines.map((group) => rateRow(group, words))],
    axis,
  };
  return {
    id: outcome,
    heading: label,
    blocks: [
      ...(lines.length > 0 ? [table, ...quiet(fittedAgain(links.fitted(outcome), words))] : []),
      ...quiet(none.length > 0 && noNumber(none)),
      ...remarks(row, words),
    ],
  };
}

function rateRow(line: GroupLine, { screen }: Catalogue): Row {
  const { name, therapyClass, product, shown, rate, range, evidence, chain } = line;
  const number: Piece[] = rate === null ? [] : [{ text: rate, mark: "strong" }, ` ${range}`];
  const ofClass = therapyClass && screen.className[therapyClass];
  return {
    head: cell(name, [ofClass, product].filter(Boolean).join(", ")),
    cells: [cell(number, evidence, chain)],
    drawn: shown && { shown, therapyClass },
  };
}

/** Notes, and what was reported but not pooled. */
function remarks(row: ApiRow<string>, { detail, report }: Catalogue): Block[] {
  const texts = row.notes.map(({ text }) => text);
  const notPooled = Object.values(row.pools)
    .flatMap((pool) => pool.notPooled)
    .filter(({ code }) => code !== "not-reported")
    .map((cohort) => {
      const figure = [reportedText(cohort, detail), cohort.reason].filter(Boolean).join(" – ");
      return line([recordOf(cohort), `: ${figure}`]);
    });
  return folded(
    `${row.outcome}-remarks`,
    report.sideBySide.notes(texts.length + notPooled.length),
    [...list(null, texts), ...list(detail.notPooled, notPooled)],
  );
}

function recordOf({ cohort, label }: { cohort: string; label: string }): Piece {
  return { text: label, href: `/v1/cohorts/${cohort}` };
}

function groupPart({ id, name, cohorts }: NamedGroup, isProduct: boolean, words: Catalogue): Block {
  const facts = { text: words.report.sideBySide.facts(name), href: `/products/${id}` };
  const studies = cohorts.map((cohort) => line(recordOf(cohort)));
  const blocks = [...paragraph(isProduct && line(facts)), ...list(null, studies)];
  return { kind: "part", id: null, heading: name, blocks };
}

function cohortsInNoGroup({ selection }: ApiComparison<string>): Block[] {
  const left = selection.excluded
    .filter(({ parameter }) => parameter === "compare")
    .map((cohort) => line([recordOf(cohort), `: ${cohort.reason}`]));
  return list(null, left);
}

function take({ comparison, citation, links }: SideBySideParts, words: Catalogue): Block[] {
  const { files } = words.report.sideBySide;
  return takeBlocks(
    {
      answer: comparison,
      citation: { text: citation, ris: null },
      files: [
        { text: files.classes, href: links.classes },
        { text: files.csv, href: links.files.csv },
        { text: files.json, href: links.files.json },
        { text: words.report.take.files.r, href: links.files.r },
      ],
      own: links.own,
    },
    words,
  );
}
