/**
 * How sure a row is: its certainty with the reasons, the checks of its difference, the difference in
 * statistical terms, and what it is of all who were to be treated.
 */
import type { ComponentProps } from "preact";
import { enrolledView } from "#presentation/statement/enrolled.ts";
import { notesOf } from "#presentation/statement/placed-notes.ts";
import { statisticsOf } from "#presentation/statement/statistics.ts";
import { withOutcome } from "../answers/ordered-query.ts";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { Checks } from "./checks.tsx";
import { Notes } from "./notes.tsx";

export function HowSure(props: ComponentProps<typeof Checks>) {
  const { row, strings, words, apiBase } = props;
  const { level } = row.certainty;
  const statistics = statisticsOf(row, words, strings);
  return (
    <>
      <h5>
        {level === "not-rated" ? (
          words.why
        ) : (
          <>
            {words.certaintyLine(strings.certainty[level])}{" "}
            <span class="muted">
              <NewTab href={`${apiBase}/methods#certainty`}>{words.certaintyBasis}</NewTab>
            </span>
          </>
        )}
      </h5>
      <Notes notes={notesOf(row).sure} words={words} />
      <Checks
        row={row}
        query={props.query}
        answerVersion={props.answerVersion}
        strings={strings}
        words={words}
        apiBase={apiBase}
      />
      <Enrolled {...props} />
      {statistics.map((text) => (
        <p key={text} class="muted">
          {text}
        </p>
      ))}
      <p>
        <NewTab href={`${apiBase}/methods#model`}>{words.method}</NewTab>{" "}
        {/* A patient's question stays on the device. */}
        {props.answerVersion !== null && (
          <NewTab href={`${apiBase}/explore?${withOutcome(props.query, row.outcome)}`}>
            {words.explore}
          </NewTab>
        )}
      </p>
    </>
  );
}

/** All who were to be treated, where the row is about a benefit of CAR-T. */
function Enrolled({ row, strings, words, apiBase }: ComponentProps<typeof Checks>) {
  const view = enrolledView(row.pools["car-t"], words, strings.numbers);
  if (view === null) return null;
  const { scope, pooled, collected, cohorts, infused } = view;
  const lines = cohorts.length + (infused ? 1 : 0);
  return (
    <section>
      <h5>
        <Mark group="car-t" /> {words.enrolled.title}
      </h5>
      <p>
        {scope} {pooled} {collected}
      </p>
      {lines > 0 && (
        <details>
          <summary>{words.enrolled.each}</summary>
          <ul>
            {cohorts.map(({ text, ...cohort }) => (
              <li key={cohort.cohort}>
                <RecordLink apiBase={apiBase} {...cohort} />: {text}
              </li>
            ))}
            {infused && <li>{infused}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}
