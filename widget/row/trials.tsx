/**
 * Trials, one line each, with a box that leaves a trial out of the question. The table holds all
 * information, also for screen readers, so that a reader without the chart misses nothing.
 */
import type { Summary, TrialLine, TrialTable } from "#presentation/statement/trials.ts";
import { Mark, Rhombus, Square } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { RecordLink } from "../record-link.tsx";
import { Ruler } from "../views/survival/ruler.tsx";
import { Notes } from "./notes.tsx";
import type { PartProps } from "./opened-row.tsx";
import { Plot, Ticks } from "./plot.tsx";

/** What the question leaves out, and how it changes. */
export interface Leaving {
  /** Ids of the trials that the question leaves out. */
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

export function Trials({ row: { trials }, leaving }: PartProps) {
  const { ticks, tables, goesOn, ruler, notes } = trials;
  return (
    <>
      {tables.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p class="muted">{words.trials.note}</p>
          {tables.map((table) => (
            <Table key={table.key} table={table} ticks={ticks} leaving={leaving} />
          ))}
          {goesOn && <p class="muted">{words.trials.goesOn}</p>}
        </>
      )}
      {ruler && (
        <section class="medians">
          <h4>{words.medians}</h4>
          <p class="muted">{words.asReported}</p>
          <Ruler ruler={ruler} label={words.medians} site={surroundings.site} />
        </section>
      )}
      <Notes notes={notes} most={1} />
    </>
  );
}

interface TableProps {
  table: TrialTable;
  ticks: PartProps["row"]["trials"]["ticks"];
  leaving: Leaving;
}

function Table({ table: { group, name, lines, together }, ticks, leaving }: TableProps) {
  return (
    <table class={`trials ${group}`} aria-label={name}>
      <thead>
        <tr>
          <th scope="col" class="box">
            <span class="hidden">{words.trials.box}</span>
          </th>
          <th scope="col">
            <Mark group={group} /> {name}
          </th>
          <th scope="col" class="number">
            {words.trials.rate}
          </th>
          <td class="plot-cell">
            <Ticks ticks={ticks} />
          </td>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.cohort} class={line.counted ? "" : "muted"}>
            <td class="box">
              <Box line={line} leaving={leaving} />
            </td>
            <th scope="row">
              <span class="trial" title={line.label}>
                <RecordLink {...line} />
              </span>
              <span class="muted">
                {line.counted?.count ?? words.trials.leftOut}
                {line.counted && <span class="wide"> · {line.counted.weight}</span>}
              </span>
            </th>
            <td class="number">{line.counted && <Numbers of={line.counted} />}</td>
            <td class="plot-cell">
              {line.counted && (
                <Plot group={group} place={line.counted.place}>
                  <Square side={line.counted.side} />
                </Plot>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tbody class="together">
        {together.map((summary) => (
          <tr key={summary.what} class={summary.what}>
            <th scope="row" colSpan={2}>
              {summary.name}
            </th>
            <td class="number">
              <Numbers of={summary} />
            </td>
            <td class="plot-cell">
              <Plot group={group} place={summary.place}>
                <Rhombus half={7} />
              </Plot>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Numbers({ of: { rate, range } }: { of: Pick<Summary, "rate" | "range"> }) {
  return (
    <>
      {rate && <strong>{rate}</strong>} <span class="muted range">{range}</span>
    </>
  );
}

/** The question is at once another one; its answer follows. */
function Box({
  line: { cohort, label },
  leaving: { ids, onChange },
}: {
  line: TrialLine;
  leaving: Leaving;
}) {
  const isOut = ids.includes(cohort);
  return (
    <label>
      <input
        type="checkbox"
        checked={!isOut}
        onChange={() => onChange(isOut ? ids.filter((id) => id !== cohort) : [...ids, cohort])}
      />
      <span class="hidden">{words.trials.count(label)}</span>
    </label>
  );
}
