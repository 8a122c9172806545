/**
 * Trials, one line each, with a box that leaves a trial out of the question. The table holds all
 * information, also for screen readers, so that a reader without the chart misses nothing.
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import type {
  Summary,
  TrialLine,
  TrialList as Trials,
  TrialTable,
} from "#presentation/statement/trials.ts";
import type { DetailWords } from "#presentation/words/catalogue.ts";
import { RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { Plot, Ticks } from "./plot.tsx";

/** What the question leaves out, and how it changes. */
export interface Leaving {
  /** Ids of the trials that the question leaves out. */
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Survives if the list is drawn in another place after an answer. */
  memory: { touched?: string | undefined };
}

interface Props {
  trials: Trials;
  words: Pick<DetailWords, "trials">;
  /** Origin of the pages with the trials' records. */
  apiBase: string;
  /** Without it no trial can be left out. */
  leaving?: Leaving | undefined;
}

export function TrialList({ trials, leaving, ...shared }: Props) {
  const words = shared.words.trials;
  const place = useRef<HTMLDivElement>(null);
  // An answer may move the row to another list: then the box that was pressed has lost the focus.
  useLayoutEffect(() => {
    const touched = leaving?.memory.touched;
    if (touched === undefined) return;
    const root = place.current?.getRootNode();
    const isFree = root instanceof ShadowRoot && root.activeElement === null;
    const box = place.current?.querySelector<HTMLElement>(`[data-cohort="${touched}"]`);
    if (isFree) box?.focus({ preventScroll: true });
  }, []);
  if (trials.tables.length === 0) return <p>{words.none}</p>;
  return (
    <div ref={place}>
      <p class="muted">{leaving ? words.note : words.intervals}</p>
      {trials.tables.map((table) => (
        <Table key={table.key} {...shared} table={table} ticks={trials.ticks} leaving={leaving} />
      ))}
      {trials.goesOn && <p class="muted">{words.goesOn}</p>}
    </div>
  );
}

interface TableProps extends Omit<Props, "trials"> {
  table: TrialTable;
  ticks: Trials["ticks"];
}

function Table({ table, ticks, words: { trials: words }, apiBase, leaving }: TableProps) {
  const { group, name, lines, together } = table;
  return (
    <table class={`trials ${group}`} aria-label={name}>
      <thead>
        <tr>
          {leaving && (
            <th scope="col" class="box">
              <span class="hidden">{words.box}</span>
            </th>
          )}
          <th scope="col">
            <Mark group={group} /> {name}
          </th>
          <th scope="col" class="number">
            {words.rate}
          </th>
          <td class="plot-cell">
            <Ticks ticks={ticks} />
          </td>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.cohort} class={line.counted ? "" : "muted"}>
            {leaving && (
              <td class="box">
                <Box line={line} words={words} leaving={leaving} />
              </td>
            )}
            <th scope="row">
              <span class="trial" title={line.label}>
                <RecordLink apiBase={apiBase} {...line} />
              </span>
              <span class="muted">
                {line.counted?.count ?? words.leftOut}
                {line.counted && <span class="weight"> · {line.counted.weight}</span>}
              </span>
            </th>
            <td class="number">{line.counted && <Numbers of={line.counted} />}</td>
            <td class="plot-cell">
              {line.counted && (
                <Plot
                  group={group}
                  place={line.counted.place}
                  shape={{ square: line.counted.side }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tbody class="together">
        {together.map((summary) => (
          <tr key={summary.what} class={summary.what}>
            <th scope="row" colSpan={leaving ? 2 : 1}>
              {summary.name}
            </th>
            <td class="number">
              <Numbers of={summary} />
            </td>
            <td class="plot-cell">
              <Plot group={group} place={summary.place} shape="pool" />
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

interface BoxProps {
  line: TrialLine;
  words: DetailWords["trials"];
  leaving: Leaving;
}

/** The question is at once another one; its answer follows. */
function Box({ line: { cohort, label }, words, leaving: { ids, onChange, memory } }: BoxProps) {
  const isOut = ids.includes(cohort);
  return (
    <label>
      <input
        type="checkbox"
        data-cohort={cohort}
        checked={!isOut}
        onChange={() => {
          memory.touched = cohort;
          onChange(isOut ? ids.filter((id) => id !== cohort) : [...ids, cohort]);
        }}
      />
      <span class="hidden">{words.count(label)}</span>
    </label>
  );
}
