/**
 * How sure a row is: its certainty, the checks of its difference each with its result, the difference in
 * statistical terms, and what it is of all who were to be treated.
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
  const { certainty, notes, checks, intentionToTreat, statistics } = sure;
  return (
    <>
      <h5>{certainty || words.why}</h5>
      <Notes notes={notes} />
      {checks && (
        <section class="checks">
          <h5>{words.checks.heading}</h5>
          <p>{checks.text}</p>
          <ul>
            {checks.lines.map(({ name, status, result }) => (
              <li key={name}>
                {name}: {status}
                {result && <span class="muted"> · {result}</span>}
              </li>
            ))}
          </ul>
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
      <h5>
        <Mark group="car-t" /> {words.intentionToTreat.title}
      </h5>
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
