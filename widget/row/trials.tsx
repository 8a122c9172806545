/** Draws trials, one line each with its source, and a box that leaves a trial out of the question. */
import type { ComponentChildren } from "preact";
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { TrialLine } from "#presentation/row/trial-lines.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { noNumber } from "#presentation/words/element.ts";
import { asReported } from "#presentation/words/sentences.ts";
import { Notes } from "./notes.tsx";
import type { RowPartProps } from "./opened-parts.tsx";
import { Ruler } from "./ruler.tsx";
import { AxisHead, StripWithNumber } from "./strip.tsx";
import { useSurface } from "./surface.tsx";

/** Holds the trials that the question excludes, and the function that changes them. */
export interface Leaving {
  /** Lists the ids of the trials that the question leaves out. */
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

interface TrialsOfRowProps extends RowPartProps {
  /** It is `null` where no question can be changed. */
  leaving: Leaving | null;
}

export function TrialsOfRow({ row, leaving }: TrialsOfRowProps) {
  const { tables, ruler, notPooled } = row;
  const { TrialName } = useSurface();
  return (
    <>
      {tables.length === 0 && <p class="muted">{noNumber}</p>}
      {tables.length > 0 && leaving && <p class="muted">Untick to leave out.</p>}
      {tables.map((table) => (
        <div key={table.name} class="trials">
          <TrialsOfClass table={table}>
            {listSortedTableLines(table).map(({ line, isFirst }) => (
              <TrialWithBox
                key={isFirst ? line.cohort : line.cohort + line.of + line.figures[0]?.text}
                group={table.group}
                line={line}
                leaving={isFirst && !line.isOutside ? leaving : null}
              />
            ))}
          </TrialsOfClass>
        </div>
      ))}
      {ruler && (
        <section class="medians">
          <h4>Medians</h4>
          <p class="muted">{asReported}</p>
          <Ruler ruler={ruler} label="Medians" />
        </section>
      )}
      <Notes notes={row.notes.trials} most={1} />
      {notPooled.count > 0 && (
        <details open={tables.length === 0}>
          <summary>Not pooled, and why</summary>
          <ul>
            {notPooled.reasons.map(({ cohort, label, text }) => (
              <li key={cohort}>
                <TrialName cohort={cohort} label={label} />: {text}
              </li>
            ))}
            {notPooled.silent && <li>{notPooled.silent}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** Sorts lines by id, so that a trial keeps its place when it is excluded; the first line of each has the box. */
function listSortedTableLines({ trials, leftOut }: ClassTable) {
  const lines = [...leftOut, ...trials].sort((a, b) =>
    a.cohort < b.cohort ? -1 : Number(a.cohort > b.cohort),
  );
  return lines.map((line, index) => ({ line, isFirst: lines[index - 1]?.cohort !== line.cohort }));
}

interface TrialWithBoxProps extends Pick<ClassTable, "group"> {
  line: TrialLine;
  leaving: Leaving | null;
}

/**
 * Draws a trial with the box that leaves it out. The box changes at once, before the answer to the changed question
 * arrives.
 */
function TrialWithBox({ group, line, leaving }: TrialWithBoxProps) {
  const { cohort, label, place, drug, of, drawn, figures, review } = line;
  const { TrialName, Figures } = useSurface();
  const isOut = leaving?.ids.includes(cohort) ?? false;
  return (
    <li class={figures.length > 0 ? "plotted" : "plotted muted"}>
      {leaving && (
        <label>
          <input
            type="checkbox"
            checked={!isOut}
            onChange={() =>
              leaving.onChange(
                isOut ? leaving.ids.filter((id) => id !== cohort) : [...leaving.ids, cohort],
              )
            }
          />
          <span class="hidden">Count {label}</span>
        </label>
      )}
      <span>
        <TrialName cohort={cohort} label={label} place={place} />
        {drug && `, ${drug}`}
        {of && `, ${of}`} <Figures figures={figures} {...(review && { review })} />
      </span>
      {drawn && <StripWithNumber group={group} side={drawn} />}
    </li>
  );
}

interface TrialsAloneProps extends Pick<ClassTable, "group"> {
  lines: readonly TrialLine[];
}

/** Draws trials on an axis of their own, where no number stands above them. */
export function TrialsAlone({ group, lines }: TrialsAloneProps) {
  return (
    <div class="trials">
      {lines.some(({ drawn }) => drawn) && <AxisHead />}
      <ul class={group}>
        {lines.map((line, index) => (
          <TrialWithBox key={index} group={group} line={line} leaving={null} />
        ))}
      </ul>
    </div>
  );
}

interface TrialsOfClassProps {
  table: ClassTable;
  /** Draws the lines of the trials. */
  children: ComponentChildren;
}

/** Draws a class with its number, its trials, and where another trial may lie. */
function TrialsOfClass({ table, children }: TrialsOfClassProps) {
  const { group, name, number, facts, next } = table;
  return (
    <ul class={group} aria-label={name}>
      <li class="plotted of-class">
        <span>
          <InlineClassMark group={group} /> <strong>{name}</strong>{" "}
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
