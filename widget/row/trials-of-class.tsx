/** A class with its number, its trials, and where another trial may lie. */
import type { ComponentChildren } from "preact";
import type { ClassTable } from "#presentation/row/class-tables.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { StripWithNumber } from "./strip.tsx";

interface TrialsOfClassProps {
  table: ClassTable;
  /** Draws the lines of the trials. */
  children: ComponentChildren;
}

export function TrialsOfClass({ table, children }: TrialsOfClassProps) {
  const { group, name, number, facts, next } = table;
  return (
    <ul class={group} aria-label={name}>
      <li class="plotted of-class">
        <span>
          <Mark group={group} /> <strong>{name}</strong>{" "}
          {facts.length > 0 && <small>{facts.join(" · ")}</small>}
        </span>
        {number && <StripWithNumber group={group} side={number} isOfClass={number.filled} />}
      </li>
      {children}
      {next && (
        <li class="plotted next">
          <span>Another trial may show</span>
          <StripWithNumber group={group} side={next} />
        </li>
      )}
    </ul>
  );
}
