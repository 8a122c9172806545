/** How sure the differences are: the certainty once, and what each check found. */
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, cell, narrow, paragraph, type Row } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

export function sureBlocks({ answer }: ReportParts, words: Catalogue): Block[] {
  const { sure: said } = words.report;
  const tables = answer.rows.flatMap(({ label, checks }): Block[] => {
    if (!checks) return [];
    const caption = paragraph(
      [`${label}:`, checks.strength, checks.beneath].filter(Boolean).join(" "),
    );
    const rows = checks.lines.map(
      ({ name, of, status, result }): Row => ({
        head: cell(name),
        cells: [cell(status), cell([of, result].filter(Boolean).join(": ") || "–")],
      }),
    );
    if (rows.length === 0) return caption;
    return [...caption, { kind: "table", name: "holds", columns: said.columns, bodies: [rows] }];
  });
  if (tables.length === 0) return [];
  return [
    ...paragraph(answer.view.certainty, said.note),
    ...narrow("sure-each", said.each, tables),
  ];
}
