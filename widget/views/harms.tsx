/** All harms in groups: the first row of each is drawn, the others are folded under a line that names them. */

import { Fragment } from "preact";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { HarmGroup, TimesOfHarms } from "#presentation/views/harm-groups.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { OutcomeRows } from "../row/row.tsx";
import { AxisHead } from "../row/strip.tsx";
import { UnreportedOutcomes } from "../row/unreported.tsx";
import type { ViewProps } from "./shell.tsx";

interface HarmsProps extends ViewProps {
  groups: readonly HarmGroup[];
}

export function Harms({ groups, ...props }: HarmsProps) {
  return (
    <div class="table">
      <AxisHead />
      {groups.map((group) => (
        <HarmGroupRows key={group.heading} {...props} group={group} />
      ))}
    </div>
  );
}

function HarmGroupRows({ group, ...props }: ViewProps & { group: HarmGroup }) {
  const { heading, outcomes, isOpen, folded, unreported, legend, times } = group;
  const rows = outcomes.flatMap(
    (outcome) => props.view.rows.find((row) => row.outcome === outcome) ?? [],
  );
  return (
    <>
      <h3 class="heading" part="section">
        {heading}
      </h3>
      <OutcomeRows {...props} rows={rows.slice(0, 1)} level="h4" />
      {folded.length + unreported.length > 0 ? (
        <details class="more" open={isOpen}>
          <summary>
            {folded.length === 0 && elementTexts.unreported}
            {folded.map(({ name, difference }, index) => (
              <Fragment key={name}>
                {index > 0 && "\u00a0· "}
                {name}
                {difference && <span class="muted">: {difference}</span>}
              </Fragment>
            ))}
          </summary>
          <OutcomeRows {...props} rows={rows.slice(1)} level="h4" />
          {times && <HarmTimesTable times={times} />}
          <UnreportedOutcomes {...props} view={{ unreported }} />
          {legend && <p class="muted">{legend}</p>}
        </details>
      ) : (
        legend && <p class="muted">{legend}</p>
      )}
    </>
  );
}

function HarmTimesTable({ times: { harms, starts } }: { times: TimesOfHarms }) {
  return (
    <table class="harm-times">
      <caption>
        When, how long <small>median of those who had it</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">drug, trial</th>
          <th scope="col">starts, day</th>
          <th scope="col">lasts, days</th>
        </tr>
      </thead>
      {harms.map(({ name, lines }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {name}
            </th>
          </tr>
          {lines.map(({ cohort, group, drug, starts, lasts, ofWhom, beneath }) => (
            <Fragment key={cohort}>
              <tr>
                <th scope="row">
                  <InlineClassMark group={group} /> {drug} <small>{ofWhom}</small>
                </th>
                <td>{starts}</td>
                <td>{lasts}</td>
              </tr>
              {beneath && (
                <tr class="muted">
                  <td colSpan={3}>{beneath}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
      {starts && (
        <tfoot>
          <tr>
            <td colSpan={3}>{starts}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
