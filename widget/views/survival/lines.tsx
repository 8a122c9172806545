/**
 * Survival of each trial as it printed it: a dot a month, joined by a line where it is of the same
 * patients, its product at the end. The table beneath holds every number.
 */
// biome-ignore-all lint/a11y/noRedundantRoles: as blocks of CSS, a table is none for some browsers.

import { linesChart } from "#presentation/screen/survival-axes.ts";
import type { StatedTrial } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { MarkShape } from "../mark.tsx";
import { Placed, share } from "../placed.tsx";
import { TrialName, Upright } from "./ruler.tsx";

interface Props {
  trials: readonly StatedTrial[];
  label: string;
}

export function Lines({ trials, label }: Props) {
  const { height, ticks, trials: drawn } = linesChart(trials);
  return (
    <>
      <svg class="lines" height={height} overflow="visible" aria-hidden="true">
        {[0, 25, 50, 75, 100].map((rate) => (
          <Placed key={rate} at={0} y={(1 - rate / 100) * height}>
            <line class="tick" x2="100%" />
            <text x="-8" y="5" text-anchor="end">
              {rate}
            </text>
          </Placed>
        ))}
        {ticks.map(({ month, x }) => (
          <g key={month}>
            <Upright at={x} />
            <text x={share(x)} y={height + 20} text-anchor="middle">
              {month}
            </text>
          </g>
        ))}
        {drawn.map((one) => (
          <Line key={one.trial.product + one.trial.trial} {...one} />
        ))}
      </svg>
      <Numbers trials={trials} label={label} />
    </>
  );
}

function Line({ trial, points, nameAt }: ReturnType<typeof linesChart>["trials"][number]) {
  // A line goes to the next dot of the same patients, and from the last dot to the name.
  const next = [...points.slice(1), { x: 1, y: nameAt, joined: true }];
  return (
    <g class={trial.group}>
      {points.map(({ x, y }, index) => {
        const to = next[index];
        return (
          to?.joined && (
            <line
              key={x}
              class={index < points.length - 1 ? "path" : "leader"}
              x1={share(x)}
              x2={share(to.x)}
              y1={y}
              y2={to.y}
            />
          )
        );
      })}
      {points.map(({ x, y, few }) => (
        <Placed key={x} at={x} y={y}>
          <g class={few ? "hollow" : "dot"}>
            <MarkShape group={trial.group} />
          </g>
        </Placed>
      ))}
      <Placed at={1} y={nameAt}>
        <text x="6" y="5">
          {words.lineOf(trial.product, trial.combined !== undefined)}
          <tspan class="wide"> · {words.brief(trial.trial)}</tspan>
        </text>
      </Placed>
    </g>
  );
}

/** Months are columns; on a phone they follow the name of the trial. */
function Numbers({ trials, label }: Props) {
  const printed = trials.flatMap(({ points }) => points.map(([month]) => month));
  const months = [...new Set(printed)].sort((a, b) => a - b);
  return (
    <table class="printed" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {words.trial}
          </th>
          {months.map((month) => (
            <th key={month} role="columnheader" scope="col">
              {words.month(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {trials.map((trial) => (
          <tr key={trial.product + trial.trial} role="row">
            <th role="rowheader" scope="row">
              <TrialName {...trial} />{" "}
            </th>
            {months.map((month) => {
              const point = trial.points.find(([at]) => at === month);
              return (
                <td key={month} role="cell">
                  {point && (
                    <>
                      <span class="month muted" aria-hidden="true">
                        {words.month(month)}{" "}
                      </span>
                      <strong>{point[2]}</strong>{" "}
                      <span class="muted">
                        {point[3]} {words.patients(point[4])}
                      </span>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
