/** Draws medians of onset and duration, as reported: a column for each kind of time. */
import type { ComponentChildren } from "preact";
import type { CitedTiming } from "#data/timing.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { partsOfTime } from "#presentation/words/timing.ts";

type TimeOfTrial = Parameters<typeof partsOfTime>[0];

interface TimesOfTrial {
  readonly name: ComponentChildren;
  readonly times: readonly TimeOfTrial[];
  /** Links to the sources, below the times. */
  readonly source: ComponentChildren;
}

interface TimesTableProps {
  /** Heads the first column. */
  of: string;
  /** Groups lines below a heading, such as a harm; a group without a title has no heading. */
  parts: readonly { readonly title?: string; readonly lines: readonly TimesOfTrial[] }[];
}

const columns: Readonly<Record<CitedTiming["what"], string>> = {
  onset: "Began after",
  duration: "Lasted",
  "time-to-response": "Reached after",
  "apheresis-to-infusion": "Collection to infusion",
  "hospital-stay": "In hospital",
};

export function TimesTable({ of, parts }: TimesTableProps) {
  const all = parts.flatMap(({ lines }) => lines.flatMap(({ times }) => times));
  const kinds = Object.entries(columns).filter(([kind]) => all.some(({ what }) => what === kind));
  return (
    <table class="times">
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {kinds.map(([kind, name]) => (
            <th key={kind} scope="col">
              {name}, median
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ title, lines }) => (
        <tbody key={title}>
          {title && (
            <tr>
              <th scope="rowgroup" colSpan={kinds.length + 1}>
                <strong>{title}</strong>
              </th>
            </tr>
          )}
          {lines.map(({ name, times, source }, index) => [
            <tr key={index}>
              <th scope="row">{name}</th>
              {kinds.map(([kind]) => (
                <td key={kind}>
                  {times.map(
                    (time, place) => time.what === kind && <TimeCell key={place} time={time} />,
                  )}
                </td>
              ))}
            </tr>,
            <tr key={`${index} source`} class="below">
              <td colSpan={kinds.length + 1}>{source}</td>
            </tr>,
          ])}
        </tbody>
      ))}
    </table>
  );
}

function TimeCell({ time }: { time: TimeOfTrial }) {
  const { median, spread, start, about } = partsOfTime(time);
  return (
    <p>
      {median}
      <small>{joinedClauses([spread, start, about])}</small>
    </p>
  );
}
