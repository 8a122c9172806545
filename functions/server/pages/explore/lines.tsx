/** Lines on the axis of 0 to 100, drawn as drugs are: a name, its place with its number, and beneath what else must be said. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import { Axis, Plotted } from "#widget/row/strip.tsx";

export interface Line {
  readonly name: string;
  readonly group: TherapyClass;
  /** What is drawn; `null` where nothing is a rate. */
  readonly side: Omit<SideView, "labels" | "above" | "names" | "listed" | "other"> | null;
  /** What is said as large as the name. */
  readonly text?: string;
  readonly beneath: string;
  /** Whether it says more of the line above. */
  readonly goesOn?: boolean;
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <div class="drugs">
      {lines.some(({ side }) => side && side.marks.length > 0) && <Axis />}
      <ul>
        {lines.map(({ name, group, side, text, beneath, goesOn }, index) => (
          <li key={index} class={`plotted ${group}${goesOn ? " goes-on" : ""}`}>
            <span>{name}</span>
            {side && <Plotted group={group} side={side} hasAxis={side.marks.length > 0} />}
            {text && <p>{text}</p>}
            {beneath && <small>{beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}
