/** Draws lines on one axis, as drugs are drawn: a name, its position with its number, and remarks below. */
import type { ComponentChildren, ComponentProps } from "preact";
import { AxisHead, type StripGroup, StripWithNumber } from "#widget/row/strip.tsx";

type DrawnSide = ComponentProps<typeof StripWithNumber>["side"];

export interface DrawnLine {
  readonly name: ComponentChildren;
  readonly group: StripGroup;
  /** The drawing is `null` if there is no rate. */
  readonly side: DrawnSide | null;
  /** This text has the size of the name. */
  readonly text?: string;
  readonly beneath: ComponentChildren;
  /** It is true if the line adds to the line above. */
  readonly goesOn?: boolean;
}

interface LinesProps {
  lines: readonly DrawnLine[];
  /** Describes the axis of days, where lines are not of 100 patients. */
  axis?: ComponentProps<typeof AxisHead> | undefined;
}

export function Lines({ lines, axis }: LinesProps) {
  return (
    <div class={axis ? "drugs of-days" : "drugs"}>
      {lines.some(({ side }) => side && hasPlaceOnAxis(side)) && <AxisHead {...axis} />}
      <ul>
        {lines.map(({ name, group, side, text, beneath, goesOn }, index) => (
          <li key={index} class={`plotted ${group}${goesOn ? " goes-on" : ""}`}>
            <span>{name}</span>
            {side && <StripWithNumber group={group} side={side} hasAxis={hasPlaceOnAxis(side)} />}
            {text && <p>{text}</p>}
            {beneath && <small>{beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Tells whether a drawing has a position on the axis. A median that was not reached has no mark, but a line up to the
 * end of follow-up.
 */
function hasPlaceOnAxis({ marks, tails }: DrawnSide): boolean {
  return marks.length > 0 || tails !== undefined;
}
