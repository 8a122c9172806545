/** A table whose second column is the axis of 0 to 100, as in the comparison. */
import type { ComponentChildren } from "preact";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import { Axis, Plotted } from "#widget/row/strip.tsx";

interface AxisTableProps {
  /** Of the names, of what is drawn with its number, and of what stands beside. */
  columns: readonly [string, string, string];
  /** Whether anything lies on the axis. */
  hasAxis: boolean;
  children: ComponentChildren;
}

export function AxisTable({ columns: [names, drawn, last], hasAxis, children }: AxisTableProps) {
  return (
    <table class="axis-table">
      <thead>
        <tr>
          <th scope="col">{names}</th>
          <th scope="col">
            {hasAxis ? (
              <>
                <span class="heard">{drawn}</span>
                <Axis />
              </>
            ) : (
              drawn
            )}
          </th>
          <th scope="col">{last}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** What is drawn of a line, and its number. */
export type DrawnSide = Omit<SideView, "labels" | "above" | "names" | "listed" | "other">;

interface AxisLineProps {
  name: string;
  /** In small print under the name. */
  beneath?: readonly string[];
  group: TherapyClass;
  /** One or two, one under the other; none where nothing is a rate. */
  sides: readonly DrawnSide[];
  /** In words: in place of what is drawn, or under it. */
  text?: readonly string[];
  /** Of the last column, the first in normal print. */
  last: readonly string[];
}

export function AxisLine({ name, beneath = [], group, sides, text = [], last }: AxisLineProps) {
  const [main, ...others] = last;
  return (
    <tr>
      <th scope="row">
        {name}
        <Small texts={beneath} />
      </th>
      <td>
        {sides.map((side, index) => (
          <div key={index} class={`drawn ${group}`}>
            <Plotted group={group} side={side} />
          </div>
        ))}
        <Small texts={text} />
      </td>
      <td>
        {main}
        <Small texts={others} />
      </td>
    </tr>
  );
}

function Small({ texts }: { texts: readonly string[] }) {
  return <>{texts.map((text) => text && <small key={text}>{text}</small>)}</>;
}
