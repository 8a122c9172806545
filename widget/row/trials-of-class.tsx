/** A class with its number, its trials, and where another trial may lie. */
import type { ComponentChildren } from "preact";
import type { ClassTable } from "#presentation/row/trials.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { Plotted } from "./strip.tsx";

interface Props {
  table: ClassTable;
  /** Its lines. */
  children: ComponentChildren;
}

export function TrialsOfClass({ table, children }: Props) {
  const { group, name, number, facts, next } = table;
  return (
    <ul class={group} aria-label={name}>
      <li class="plotted of-class">
        <span>
          <Mark group={group} /> <strong>{name}</strong>{" "}
          {facts.length > 0 && <small>{facts.join(" · ")}</small>}
        </span>
        {number && <Plotted group={group} side={number} isOfClass={number.filled} />}
      </li>
      {children}
      {next && (
        <li class="plotted next">
          <span>Another trial may show</span>
          <Plotted group={group} side={next} />
        </li>
      )}
    </ul>
  );
}
