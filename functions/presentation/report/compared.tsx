/** What others found when they set treatments against each other. Never pooled. */

import { comparedRemarks, comparedSources, comparedText } from "../view/compared-text.ts";
import type { Props } from "./report.tsx";

export function Compared({ parts: { compared, outcomeLabel }, words }: Props) {
  const { compared: said } = words.detail;
  return (
    <>
      <p>{said.note}</p>
      {compared.map((table) => {
        const { study, design, contrast, rows } = table;
        const remarks = comparedRemarks(table, said);
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
                  {outcomeLabel(row.outcome)}
                  {row.definition !== null && `, ${row.definition}`}: {comparedText(row, said)}
                </li>
              ))}
            </ul>
            {remarks && <p class="quiet">{remarks}</p>}
            {comparedSources(table).map(({ citation, href }) => (
              <p key={citation} class="quiet">
                {href === null ? (
                  citation
                ) : (
                  <a href={href} target="_blank" rel="noopener noreferrer">
                    {citation}
                  </a>
                )}
              </p>
            ))}
          </details>
        );
      })}
    </>
  );
}
