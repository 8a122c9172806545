/** How sure the differences are: what lowers certainty and what the checks found, each once. */
import { statementOf } from "../statement/statement.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceWords } from "../words/rates.ts";
import { type Block, cell, narrow, type Piece, paragraph, quiet, type Row } from "./document.ts";
import { byReason } from "./left-out.ts";
import type { ReportParts } from "./report-parts.ts";

interface Found {
  readonly text: string;
  readonly outcome: string;
  readonly label: string;
}

export function sureBlocks(parts: ReportParts, words: Catalogue): Block[] {
  const { comparison, links, sensitivity } = parts;
  const { sure: said } = words.report;
  const { rows } = statementOf(comparison, words.screen);
  const reasons = comparison.outcomes.flatMap(({ outcome, label, certainty }) =>
    certainty.level === "not-rated"
      ? []
      : certainty.reasons.map(({ text }) => ({ text, outcome, label })),
  );
  const findings = rows.flatMap(({ outcome, label, difference }) =>
    difference?.strength ? [{ text: difference.strength, outcome, label }] : [],
  );
  const bodies = [
    rowsOf("", reasons, ({ label }) => label),
    // Of a single outcome all checks follow.
    sensitivity
      ? []
      : rowsOf(said.checks, findings, ({ outcome, label: text }) => ({
          text,
          href: `${links.outcome(outcome)}#holds`,
        })),
  ].filter((body) => body.length > 0);
  if (bodies.length === 0) return [];
  return [
    ...paragraph(said.note),
    ...narrow("sure-each", said.columns[0], [
      { kind: "table", name: "sure", columns: said.columns, bodies },
    ]),
    ...holdsBlocks(parts, words),
  ];
}

function rowsOf(lead: string, found: readonly Found[], nameOf: (one: Found) => Piece): Row[] {
  return byReason(found, ({ text }) => text).map(([text, of]) => ({
    head: cell(`${lead} ${text}`.trimStart()),
    cells: [cell(of.flatMap((one, index) => (index === 0 ? nameOf(one) : [", ", nameOf(one)])))],
  }));
}

/** The checks of the only outcome: the question again with one thing changed. */
function holdsBlocks({ sensitivity }: ReportParts, words: Catalogue): Block[] {
  if (sensitivity === null) return [];
  const { columns, note } = words.report.holds;
  return [
    ...paragraph(sensitivity.held.text),
    ...quiet(note),
    {
      kind: "table",
      name: "holds",
      columns: [columns.check, columns.verdict, columns.difference],
      bodies: [sensitivity.analyses.map((analysis) => checkRow(analysis, words))],
    },
  ];
}

type Analysis = NonNullable<ReportParts["sensitivity"]>["analyses"][number];

function checkRow(
  { label, verdict, reason, query, contrasts: [contrast] }: Analysis,
  { screen, report: { holds } }: Catalogue,
): Row {
  const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
  const said =
    differencePer100 === null || differenceInterval === null
      ? null
      : differenceWords(differencePer100, differenceInterval, screen);
  const finding = verdict === null ? reason && holds.unjudged[reason] : holds.verdict[verdict];
  return {
    head: cell(query === null ? label : { text: label, href: `/report?${query}` }),
    cells: [cell(finding ?? ""), cell(said === null ? "–" : `${said.amount} (${said.range})`)],
  };
}
