/**
 * Survival of each trial at a few months: a line a trial, a column a month. It scrolls in its own box
 * where it is wider than the screen.
 */
import type { StatedMonth, StatedTrial } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { TrialName } from "./ruler.tsx";

interface Props {
  months: readonly number[];
  trials: readonly StatedTrial[];
  label: string;
}

export function Months({ months, trials, label }: Props) {
  return (
    // Only what has the focus scrolls by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls
    <div class="months" tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.trial}</th>
            {months.map((month) => (
              <th key={month} scope="col" class="month">
                {words.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trials.map((trial) => (
            <tr key={trial.product + trial.trial}>
              <th scope="row">
                <TrialName {...trial} /> <span class="muted">{trial.counted}</span>
              </th>
              {trial.months.map((month, index) => (
                <td key={months[index]} class="month">
                  <Cell {...month} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text, beneath, printed }: StatedMonth) {
  return (
    <>
      {printed ? <strong>{text}</strong> : text}
      {beneath?.map((line) => (
        <span key={line} class="muted beneath">
          {" "}
          {line}
        </span>
      ))}
    </>
  );
}
