/**
 * How sure a row is: what to keep in mind, the checks of its difference each with its result, the
 * difference in statistical terms, and what it is of all who were to be treated.
 */

import { Mark } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { withOutcome } from "../question.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";
import type { PartProps } from "./detail.tsx";
import { Notes } from "./notes.tsx";

export function Sure({ row: { outcome, sure }, question }: PartProps) {
  const { site } = surroundings;
  const { notes, checks, intentionToTreat, statistics } = sure;
  return (
    <>
      {notes.length > 0 && <h4>{words.why}</h4>}
      <Notes notes={notes} />
      {checks && (
        <section class="checks">
          <h4>{words.checks.heading}</h4>
          {checks.lines.length > 0 && <Checks lines={checks.lines} />}
          <p class="muted">
            {checks.lines.length > 0 && words.checks.note} {checks.beneath}
          </p>
        </section>
      )}
      {intentionToTreat && <IntentionToTreat {...intentionToTreat} />}
      {statistics.map((text) => (
        <p key={text} class="muted">
          {text}
        </p>
      ))}
      <p>
        <NewTab href={`${site}/methods#model`}>{words.method}</NewTab>{" "}
        {question !== null && (
          <NewTab href={`${site}/explore?${withOutcome(question, outcome)}`}>
            {words.explore}
          </NewTab>
        )}
      </p>
    </>
  );
}

/** Each check in a line: its name, how it ended, and the difference that was left. */
function Checks({ lines }: Pick<NonNullable<PartProps["row"]["sure"]["checks"]>, "lines">) {
  return (
    <table aria-label={words.checks.heading}>
      <thead>
        <tr class="muted">
          <th scope="col">{words.checks.name}</th>
          <th scope="col">{words.checks.status}</th>
          <th scope="col">{words.checks.result}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, of, status, result }) => (
          <tr key={name}>
            <th scope="row">
              {name} {of && <small>{of}</small>}
            </th>
            <td>
              <strong>{status}</strong>
            </td>
            <td>{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All who were to be treated, where the row is about a benefit of CAR-T. */
function IntentionToTreat({
  scope,
  pooled,
  collected,
  cohorts,
  infused,
}: NonNullable<PartProps["row"]["sure"]["intentionToTreat"]>) {
  return (
    <section>
      <h4>
        <Mark group="car-t" /> {words.intentionToTreat.title}
      </h4>
      <p>{[scope, pooled, collected].filter(Boolean).join(" ")}</p>
      {(cohorts.length > 0 || infused) && (
        <details>
          <summary>{words.intentionToTreat.each}</summary>
          <ul>
            {cohorts.map(({ text, ...cohort }) => (
              <li key={cohort.cohort}>
                <RecordLink {...cohort} />: {text}
              </li>
            ))}
            {infused && <li>{infused}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}
