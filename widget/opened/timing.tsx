/**
 * Onset and duration as each trial printed them: one line a cohort, each class by itself. The times
 * are loaded when a row is opened, and a row without any has no such part.
 */
import { useCallback } from "preact/hooks";
import { type SaidTiming, timingInRow } from "#presentation/statement/timing.ts";
import { type PrintedTiming, printedTiming } from "../answers/of-opened-rows.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { FailureState } from "../views/states.tsx";
import type { RowProps } from "./row-props.ts";

export function Timing(props: RowProps) {
  const { row, strings, apiBase } = props;
  const load = useCallback(
    (outcome: string) => printedTiming(`row=${outcome}`, apiBase),
    [apiBase],
  );
  const { value, failure, retry } = useLoaded(row.outcome, load);
  if (failure) return <FailureState failure={failure} strings={strings} onRetry={retry} />;
  return value && <DrawnTiming {...props} known={value} />;
}

/** @param props.known All that was printed for this row, also by cohorts that were not asked for. */
function DrawnTiming({
  row,
  strings,
  words,
  apiBase,
  known: { timing },
}: RowProps & { known: PrintedTiming }) {
  const classes = timingInRow(timing, row);
  if (classes.length === 0) return null;
  return (
    <details class="timing">
      <summary>{words.timing.heading}</summary>
      <p class="muted">{words.timing.note}</p>
      {classes.map(({ group, lines }) => (
        <section key={group}>
          <h5>
            <Mark group={group} /> {strings.className[group]}
          </h5>
          <ul>
            {lines.map((line) => (
              <li key={line.cohort}>
                <RecordLink apiBase={apiBase} cohort={line.cohort} label={line.label} />,{" "}
                {line.said}
                <Sources {...line} words={words} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Sources({ sources, words }: Pick<SaidTiming, "sources"> & Pick<RowProps, "words">) {
  return sources.map(({ text, href, tier }) => (
    <span key={text} class="source">
      {href === null ? text : <NewTab href={href}>{text}</NewTab>}
      {words.tier[tier] && ` [${words.tier[tier]}]`}
    </span>
  ));
}
