/** Draws survival of each trial at a few months: a column a month. What was not reported for the month itself is grey. */
import type { ComponentChildren } from "preact";
import type { MonthsLine } from "#presentation/row/months-view.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import { DrugAndTrial } from "../../row/ruler.tsx";

interface MonthsProps {
  months: readonly number[];
  trials: readonly MonthsLine<DrawnMonth>[];
  label: string;
  site: string;
}

interface DrawnMonth {
  /** A report adds the source to the text. */
  text: ComponentChildren;
  isBound?: true | undefined;
}

export function MonthsTable({ months, trials, label, site }: MonthsProps) {
  return (
    <table class="months" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">Trial</span>
          </th>
          {months.map((month) => (
            <th key={month} scope="col">
              <small>{month}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <tr key={trial.cohort}>
            <th scope="row">
              <DrugAndTrial {...trial} detail={trial.patients} site={site} />
            </th>
            {trial.months.map((month, index) => (
              <SurvivalCell key={months[index]} {...month} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SurvivalCell({ text, isBound }: DrawnMonth) {
  return (
    <td class={isBound ? "muted" : undefined}>
      {text === notFound ? <small>{text}</small> : text}
    </td>
  );
}
