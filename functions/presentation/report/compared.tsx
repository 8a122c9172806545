/** What others found when they set treatments against each other. Never pooled. */

import { comparedText } from "../view/compared-text.ts";
import { linkTo } from "../view/source-link.ts";
import type { Props } from "./report.tsx";

export function Compared({ parts: { compared, outcomeNames }, words }: Props) {
  const { compared: said } = words.detail;
  return (
    <>
      <p>{said.note}</p>
      {compared.map(({ study, design, contrast, rows }) => {
        const sources = new Map(
          rows.flatMap(({ source }) => (source ? [[source.citation, source]] : [])),
        );
        const remarks = [
          study.disease === "mixed" && said.mixed,
          study.method !== null && said.method(study.method),
          study.notes,
        ].filter(Boolean);
        return (
          <details key={study.id} id={study.id}>
            <summary>
              {study.label}{" "}
              <span class="quiet">
                {said.design[design]} · {said.contrast[contrast]}
              </span>
            </summary>
            <ul>
              {rows.map((row) => (
                <li key={JSON.stringify([row.of.id, row.against?.id, row.outcome, row.definition])}>
                  {outcomeNames[row.outcome] ?? row.outcome}
                  {row.definition !== null && `, ${row.definition}`}: {comparedText(row, said)}
                </li>
              ))}
            </ul>
            {remarks.length > 0 && <p class="quiet">{remarks.join(" ")}</p>}
            {[...sources.values()].map((source) => {
              const href = linkTo(source) ?? source.seenAt;
              return (
                <p key={source.citation} class="quiet">
                  {href === null ? (
                    source.citation
                  ) : (
                    <a href={href} target="_blank" rel="noopener noreferrer">
                      {source.citation}
                    </a>
                  )}
                </p>
              );
            })}
          </details>
        );
      })}
    </>
  );
}
