/** Survival of each trial at a few months: a column a month, the trial before it or, on a phone, above. */
// biome-ignore-all lint/a11y/noRedundantRoles: as a grid of CSS, a table is none for some browsers.
import type { StatedMonth, StatedTrial } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { Line } from "../line.tsx";
import { TrialName } from "./ruler.tsx";

interface Props {
  months: readonly number[];
  trials: readonly StatedTrial[];
  label: string;
  site: string;
}

export function Months({ months, trials, label, site }: Props) {
  return (
    <table class="months" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span class="hidden">{words.trial}</span>
          </th>
          {months.map((month) => (
            <th key={month} role="columnheader" scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {trials.map(({ counted, months: cells, ...of }) => (
          <tr key={of.product + of.trial} role="row">
            <th role="rowheader" scope="row">
              <Line group={of.group} name={of.product}>
                <TrialName {...of} site={site} />
                {counted && `, ${counted}`}
              </Line>
            </th>
            {cells.map((month, index) => (
              <td key={months[index]} role="cell">
                <Cell {...month} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ text, beneath, printed }: StatedMonth) {
  return (
    <>
      {printed ? <strong>{text}</strong> : text}
      {beneath?.map((line) => [" ", <small key={line}>{line}</small>])}
    </>
  );
}
