/** Lines on one axis, drawn as drugs are: a name, its place with its number, and beneath what else must be said. */
import type { ComponentChildren, ComponentProps } from "preact";
import { AxisHead, type StripGroup, StripWithNumber } from "#widget/row/strip.tsx";

type DrawnSide = ComponentProps<typeof StripWithNumber>["side"];

export interface DrawnLine {
  readonly name: ComponentChildren;
  readonly group: StripGroup;
  /** The drawing; `null` where nothing is a rate. */
  readonly side: DrawnSide | null;
  /** Text in the size of the name. */
  readonly text?: string;
  readonly beneath: ComponentChildren;
  /** States whether it adds to the line above. */
  readonly goesOn?: boolean;
}

interface LinesProps {
  lines: readonly DrawnLine[];
  /** The axis of a quantity that is not counted in patients of 100. */
  axis?: ComponentProps<typeof AxisHead> | undefined;
}

export function Lines({ lines, axis }: LinesProps) {
  return (
    <div class={axis ? "drugs of-months" : "drugs"}>
      {lines.some(({ side }) => side && hasPlace(side)) && <AxisHead {...axis} />}
      <ul>
        {lines.map(({ name, group, side, text, beneath, goesOn }, index) => (
          <li key={index} class={`plotted ${group}${goesOn ? " goes-on" : ""}`}>
            <span>{name}</span>
            {side && <StripWithNumber group={group} side={side} hasAxis={hasPlace(side)} />}
            {text && <p>{text}</p>}
            {beneath && <small>{beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A median that was not reached has no mark, but a line until when patients were followed. */
function hasPlace({ marks, tails }: DrawnSide): boolean {
  return marks.length > 0 || tails !== undefined;
}
