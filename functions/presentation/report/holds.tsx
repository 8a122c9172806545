/** The checks of the only outcome: the question again with one thing changed. */
import { differenceWords } from "../words/rates.ts";
import type { Props } from "./report.tsx";

export function Holds({ parts: { sensitivity }, words }: Props) {
  if (sensitivity === null) return null;
  const { screen, report } = words;
  const { columns, verdict: verdicts, unjudged, note } = report.holds;
  return (
    <>
      <p>{sensitivity.held.text}</p>
      {sensitivity.productLevel && <p>{sensitivity.productLevel.text}</p>}
      <p class="quiet">{note}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.check}</th>
            <th scope="col">{columns.verdict}</th>
            <th scope="col">{columns.difference}</th>
          </tr>
        </thead>
        <tbody>
          {sensitivity.analyses.map(
            ({ kind, value, label, verdict, reason, query, contrasts: [contrast] }) => {
              const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
              const said =
                differencePer100 === null || differenceInterval === null
                  ? null
                  : differenceWords(differencePer100, differenceInterval, screen);
              return (
                <tr key={`${kind} ${value}`}>
                  <th scope="row">
                    {query === null ? label : <a href={`/report?${query}`}>{label}</a>}
                  </th>
                  <td>{verdict === null ? reason && unjudged[reason] : verdicts[verdict]}</td>
                  <td>{said === null ? "–" : `${said.amount} (${said.range})`}</td>
                </tr>
              );
            },
          )}
        </tbody>
      </table>
    </>
  );
}
