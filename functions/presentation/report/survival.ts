/** Survival as printed: both classes matched, what randomised trials found, every median, the months of each trial. */

import {
  above,
  type Block,
  type Cell,
  cell,
  line,
  list,
  narrow,
  quiet,
  type Row,
  type Table,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { SurvivalTables } from "../row/survival-tables.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { References } from "./references.ts";
import type { ReportParts } from "./report-parts.ts";

type Family = SurvivalTables["families"][number];

/** None without a month among the outcomes. */
export function survivalBlocks(
  { survival: tables, answer, extent }: Pick<ReportParts, "survival" | "answer" | "extent">,
  sources: References,
  words: Catalogue,
): Block[] {
  if (!tables) return [];
  // Beside other outcomes one row of a screen has the rest.
  const isAll = answer.rows.every(({ group }) => group === "survival");
  const fold = isAll ? narrow : unfoldedOnPaper;
  const { survival: said } = words.report;
  const { matched, randomised, families, months, note } = tables;
  // In short without the duration of a response, which is of some of the patients only.
  const compared = families.filter(({ family }) => extent === "whole" || family !== "dor");
  const each = compared.flatMap((family) => [
    ...mediansTable(family, sources, words),
    ...monthsTable(family, months, sources, words),
  ]);
  return [
    ...list(null, matched),
    ...list(
      said.randomised,
      randomised.map(({ study, label, text }) =>
        line([{ text: label, href: `#${study}` }, `, ${text}`]),
      ),
    ),
    ...fold("medians", said.each, [...each, ...quiet(note)]),
  ];
}

function mediansTable(
  { family, medians }: Family,
  sources: References,
  { report: { survival: said } }: Catalogue,
): Table[] {
  if (medians.length === 0) return [];
  const rows = medians.map(
    ({ label, given, months, interval, patients, citation }): Row => ({
      name: line([`${label}, `, { text: given, mark: "quiet" }]),
      cells: [[line(months, sources.cite(citation, "whole"))], interval, patients],
    }),
  );
  const caption = said.medians[family];
  return [{ kind: "table", look: "medians", caption, columns: said.columns, groups: [{ rows }] }];
}

/** Each printed month with its source; that of a median stands in the table above. */
function monthsTable(
  { family, trials }: Family,
  columns: readonly number[],
  sources: References,
  { report: { survival: said } }: Catalogue,
): Table[] {
  if (trials.length === 0) return [];
  const rows = trials.map(({ label, given, counted, months }): Row => {
    const cells = months.map(({ text, beneath, isReported, citation }): Cell => {
      const main = isReported ? { text, mark: "strong" as const } : text;
      return cell(line(main, sources.cite(citation, "whole")), ...beneath);
    });
    return { name: above([`${label}, `, { text: given, mark: "quiet" }], counted), cells };
  });
  const caption = said.months(said.medians[family]);
  const heads = [said.trial, ...columns.map(String)];
  return [
    { kind: "table", look: "months", caption, columns: heads, groups: [{ rows }], wide: caption },
  ];
}
