/** How sure the differences are: the certainty once, and what each check found. */
import { checksOf } from "../statement/checks.ts";
import { isCompared, studyWordOf } from "../statement/headline-outcome.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, cell, narrow, paragraph, type Row } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

export function sureBlocks(parts: ReportParts, words: Catalogue): Block[] {
  const { comparison, leaveOneOut } = parts;
  const { sure: said } = words.report;
  const tables = comparison.outcomes.filter(isCompared).flatMap((row): Block[] => {
    const checks = checksOf(row, leaveOneOut(row.outcome), words);
    if (!checks) return [];
    const caption = `${row.label}: ${checks.text}`;
    const rows = checks.lines.map(
      ({ name, status, result }): Row => ({
        head: cell(name),
        cells: [cell(status), cell(result || "–")],
      }),
    );
    if (rows.length === 0) return paragraph(caption);
    const table = { kind: "table", name: "holds", columns: said.columns, bodies: [rows] } as const;
    return [...paragraph(caption), table];
  });
  if (tables.length === 0) return [];
  return [
    ...paragraph(words.screen.verdict.certainty(studyWordOf(comparison.query)), said.note),
    ...narrow("sure-each", said.each, tables),
  ];
}
