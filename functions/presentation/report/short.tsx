/** The answer in sentences and one table of five columns. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { hasNumber } from "#core/comparison/reported.ts";
import { groups } from "#core/evidence/classes.ts";
import { compareView, type RowView, type Side } from "../view/compare-view.ts";
import { nameOf } from "../view/comparison-table.ts";
import { remarksOf } from "../view/remarks.ts";
import { rowsWithOutcomes } from "../view/rows-with-outcomes.ts";
import { foldedRows } from "../view/unreported.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { Props } from "./report.tsx";

export function InShort({ parts: { comparison }, words }: Props) {
  const { screen, report } = words;
  const view = compareView(comparison, screen);
  const { efficacy, harm, doubt } = view.headline;
  const { rows, folded } = foldedRows(view.rows);
  const shown = rowsWithOutcomes(rows, comparison);
  return (
    <>
      <p class="lead">
        {efficacy.map((segment) => (typeof segment === "string" ? segment : segment.text)).join("")}
      </p>
      {[harm, doubt].filter(Boolean).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!comparison.outcomes.some(hasNumber) && <p>{report.short.nothing}</p>}
      {shown.length > 0 && <SummaryTable rows={shown} words={words} />}
      {(["silent", "unpooled"] as const).map(
        (reason) =>
          folded[reason].length > 0 && (
            <p key={reason}>
              {words.unreported[reason]} {folded[reason].map(nameOf).join("; ")}.
            </p>
          ),
      )}
      {view.oneRegion && <p>{view.oneRegion}</p>}
      {view.cautions.length > 0 && (
        <ul>
          {view.cautions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p class="review">{[comparison.review.statement, screen.footer.audience].join(" ")}</p>
    </>
  );
}

interface Rated {
  row: RowView;
  outcome: OutcomeComparison;
}

function SummaryTable({ rows, words }: { rows: readonly Rated[]; words: Catalogue }) {
  const { screen, report } = words;
  const { columns } = report.short;
  return (
    <>
      <table class="summary">
        <caption>{report.short.table}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.outcome}</th>
            {groups.map((group) => (
              <th key={group} scope="col">
                {screen.className[group]}
              </th>
            ))}
            <th scope="col">{columns.difference}</th>
            <th scope="col">{columns.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.row.outcome} {...one} words={words} />
          ))}
        </tbody>
      </table>
      {rows.some(({ row }) => row.difference?.sure) && <p class="quiet">{report.short.sure}</p>}
      {/* All of them: on paper nothing can be opened. */}
      <ul class="quiet cautions" aria-label={report.short.cautions}>
        {rows.map(({ outcome }) => (
          <li key={outcome.outcome}>
            {outcome.label}:{" "}
            {remarksOf(outcome)
              .map(({ label }) => label)
              .join("; ") || "–"}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ row, outcome, words: { screen, report } }: Rated & { words: Catalogue }) {
  const { label, detail, difference, missing, beneath, followUp } = row;
  const { level } = outcome.certainty;
  return (
    <tr>
      <th scope="row">
        {label}
        {detail && <small>{detail}</small>}
      </th>
      {groups.map((group) => (
        <SideCell key={group} side={row.sides[group]} label={screen.className[group]} />
      ))}
      <td data-label={report.short.columns.difference}>
        {difference === null ? (
          missing || "–"
        ) : (
          <>
            <span class={difference.sure ? "sure" : undefined}>{difference.amount}</span>{" "}
            {difference.withWhat} {difference.note}
            <small>{difference.range}</small>
          </>
        )}
        {beneath && <small>{beneath}</small>}
      </td>
      <td data-label={report.short.columns.certainty}>
        {level === "not-rated" ? "–" : screen.certainty[level]}
        {followUp && <small>{followUp}</small>}
      </td>
    </tr>
  );
}

/** @param label Names the class on a narrow screen, where the cells stand below each other. */
function SideCell({ side, label }: { side: Side; label: string }) {
  const { product, rate, range, evidence, chain } = side;
  return (
    <td data-label={label}>
      {rate === null ? (
        "–"
      ) : (
        <>
          <strong>{rate}</strong> {range}
        </>
      )}
      <small>{[product, evidence].filter(Boolean).join(": ")}</small>
      {chain && <small class="chain">{chain}</small>}
    </td>
  );
}
