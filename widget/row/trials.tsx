/** Trials, one line each, with a box that leaves a trial out of the question; then all of them together. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { TrialLine, TrialTable } from "#presentation/row/trials-view.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { asReported } from "#presentation/words/counts.ts";
import { noNumber } from "#presentation/words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { RecordLink } from "../record-link.tsx";
import { Notes } from "./notes.tsx";
import type { PartProps } from "./opened-row.tsx";
import { Ruler } from "./ruler.tsx";
import { Plotted } from "./strip.tsx";

/** What the question leaves out, and how it changes. */
export interface Leaving {
  /** Ids of the trials that the question leaves out. */
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

export function Trials({ row: { trials }, leaving }: PartProps) {
  const { tables, ruler, notes } = trials;
  return (
    <>
      <p class="muted">{tables.length === 0 ? noNumber : "Untick to leave out."}</p>
      {tables.map((table) => (
        <Table key={table.key} table={table} leaving={leaving} />
      ))}
      {ruler && (
        <section class="medians">
          <h4>Medians</h4>
          <p class="muted">{asReported}</p>
          <Ruler ruler={ruler} label="Medians" site={surroundings.site} />
        </section>
      )}
      <Notes notes={notes} most={1} />
    </>
  );
}

interface TableProps {
  table: TrialTable;
  leaving: Leaving;
}

function Table({ table: { group, name, lines, together }, leaving }: TableProps) {
  return (
    <div class={`trials ${group}`}>
      <h5>
        <Mark group={group} /> {name}
      </h5>
      <ul aria-label={name}>
        {lines.map((line) => (
          <Trial key={line.cohort} group={group} line={line} leaving={leaving} />
        ))}
        {together.map((summary) => (
          <li key={summary.what} class="plotted">
            <span>{summary.name}</span>
            <Plotted group={group} side={summary} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TrialProps extends Pick<TableProps, "leaving"> {
  group: TherapyClass;
  line: TrialLine;
}

/** The question is at once another one; its answer follows. */
function Trial({ group, line, leaving: { ids, onChange } }: TrialProps) {
  const { cohort, label, counted } = line;
  const isOut = ids.includes(cohort);
  return (
    <li class={counted ? "plotted" : "plotted muted"}>
      <label>
        <input
          type="checkbox"
          checked={!isOut}
          onChange={() => onChange(isOut ? ids.filter((id) => id !== cohort) : [...ids, cohort])}
        />
        <span class="hidden">Count {label}</span>
      </label>
      <span>
        <RecordLink {...line} />{" "}
        <small>
          {counted
            ? [counted.count, counted.weight].filter((text) => text !== "").join(", ")
            : "left out"}
        </small>
      </span>
      {counted && <Plotted group={group} side={counted} />}
    </li>
  );
}
