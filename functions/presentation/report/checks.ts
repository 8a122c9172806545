/** How sure a difference is: what each of the six checks found. */
import type { FullRow } from "../statement/full.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, cell, paragraph, type Row, type Table } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

/** Of every difference that was checked, one after the other. */
export function sureBlocks({ answer }: ReportParts, words: Catalogue): Block[] {
  const tables = answer.rows.flatMap((row) => {
    const [table] = checksTable(row, words);
    const said = [row.label, row.checks?.strength].filter(Boolean).join(". ");
    return table ? [{ ...table, caption: said }] : [];
  });
  return tables.length > 0 ? [...paragraph(words.report.sure.note), ...tables] : [];
}

/** None without a difference, or where its interval holds 0. */
export function checksTable({ checks }: Pick<FullRow, "checks">, { report }: Catalogue): Table[] {
  if (!checks || checks.lines.length === 0) return [];
  const rows = checks.lines.map(
    ({ name, of, status, result }): Row => ({
      head: cell(name, of),
      cells: [cell([{ text: status, mark: "strong" }], result)],
    }),
  );
  return [{ kind: "table", name: "checks", columns: report.sure.columns, bodies: [rows] }];
}
