/** Trials, one line each with its source, and a box that leaves a trial out of the question. */
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { TrialLine } from "#presentation/row/product-lines.ts";
import { asReported } from "#presentation/words/counts.ts";
import { noNumber } from "#presentation/words/element.ts";
import { Notes } from "./notes.tsx";
import { notesAt, type RowPartProps } from "./opened-parts.tsx";
import { Ruler } from "./ruler.tsx";
import { StripWithNumber } from "./strip.tsx";
import { useSurface } from "./surface.tsx";
import { TrialsOfClass } from "./trials-of-class.tsx";

/** The trials that the question excludes, and the function that changes them. */
export interface Leaving {
  /** Ids of the trials that the question leaves out. */
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

interface TrialsOfRowProps extends RowPartProps {
  /** `null` where no question can be changed. */
  leaving: Leaving | null;
}

export function TrialsOfRow({ row, leaving }: TrialsOfRowProps) {
  const { tables, ruler, notPooled } = row;
  const { TrialName, site } = useSurface();
  return (
    <>
      {tables.length === 0 && <p class="muted">{noNumber}</p>}
      {tables.length > 0 && leaving && <p class="muted">Untick to leave out.</p>}
      {tables.map((table) => (
        <div key={table.name} class="trials">
          <TrialsOfClass table={table}>
            {linesOfTable(table).map(({ of, line, isFirst }) => (
              <TrialWithBox
                key={isFirst ? line.cohort : line.cohort + of + line.figures[0]?.text}
                group={table.group}
                of={of}
                line={line}
                // Added counts are no part of a question, which may be sent.
                leaving={isFirst && line.cohort ? leaving : null}
              />
            ))}
          </TrialsOfClass>
        </div>
      ))}
      {ruler && (
        <section class="medians">
          <h4>Medians</h4>
          <p class="muted">{asReported}</p>
          <Ruler ruler={ruler} label="Medians" site={site} />
        </section>
      )}
      <Notes notes={notesAt(row, "trials")} most={1} />
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

/** Groups lines by id, so that a trial keeps its place when it is excluded; the first line of each has the box. */
function linesOfTable({ products, leftOut }: ClassTable) {
  const lines = [{ of: "", trials: leftOut }, ...products]
    .flatMap(({ of, trials }) => trials.map((line) => ({ of, line })))
    .sort((a, b) => (a.line.cohort < b.line.cohort ? -1 : Number(a.line.cohort > b.line.cohort)));
  return lines.map(({ of, line }, index) => ({
    of,
    line,
    isFirst: lines[index - 1]?.line.cohort !== line.cohort,
  }));
}

interface TrialWithBoxProps extends Pick<ClassTable, "group"> {
  /** Names the outcome of its figures, if it is not the outcome of the row. */
  of: string;
  line: TrialLine;
  leaving: Leaving | null;
}

/** The question is at once another one; its answer follows. */
function TrialWithBox({ group, of, line, leaving }: TrialWithBoxProps) {
  const { cohort, label, drug, drawn, figures } = line;
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
        <TrialName cohort={cohort} label={label} />
        {drug && `, ${drug}`}
        {of && `, ${of}`} <Figures figures={figures} />
      </span>
      {drawn && <StripWithNumber group={group} side={drawn} />}
    </li>
  );
}
