/** How sure a difference is: what each of the seven checks found. */

import {
  above,
  type Block,
  cell,
  type Line,
  line,
  paragraph,
  type Row,
  type Table,
} from "../document/document.ts";
import type { FullRow } from "../statement/full.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { PlacedParts } from "./report-parts.ts";

/** Of many outcomes the first two, which the verdict is about; the table says of each how often it held. */
const ofMany = 2;

/** Of every difference that was checked, one after the other. */
export function sureBlocks({ answer, placed }: PlacedParts, words: Catalogue): Block[] {
  const tables = answer.rows.flatMap((row) => {
    const [table] = checksTable(row, words);
    const said = [row.label, row.checks?.strength].filter(Boolean).join(". ");
    return table ? [{ ...table, caption: said }] : [];
  });
  const shown = placed.isLong ? tables.slice(0, ofMany) : tables;
  return shown.length > 0 ? [...paragraph(words.report.sure.note), ...shown] : [];
}

/** None without a difference, or where its interval holds 0. Checks that found no number share a row. */
export function checksTable({ checks }: Pick<FullRow, "checks">, { report }: Catalogue): Table[] {
  if (!checks || checks.lines.length === 0) return [];
  const found = checks.lines.filter(({ result }) => result !== "");
  const others = checks.lines.filter(({ result }) => result === "");
  const rows = [
    ...found.map(({ name, of, status, result }) => rowOf(above(name, of), status, result)),
    ...[...new Set(others.map(({ status }) => status))].map((status) => {
      const [first, ...more] = others
        .filter((one) => one.status === status)
        .map(({ name, of }) => (of === "" ? name : `${name} (${of})`));
      return rowOf(line([first, ...more].join(" · ")), status, "");
    }),
  ];
  return [{ kind: "table", look: "checks", columns: report.sure.columns, groups: [{ rows }] }];
}

function rowOf(name: Line, status: string, result: string): Row {
  return { name, cells: [cell([{ text: status, mark: "strong" }], result)] };
}
