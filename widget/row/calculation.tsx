/** How a row is computed: its difference in statistical terms, and what it is of all who were to be treated. */
import { Mark } from "#presentation/svg/marks.tsx";
import { surroundings } from "../page/environment.ts";
import { withOutcome } from "../question.ts";
import { NewTab } from "../views/links.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import type { PartProps } from "./opened-row.tsx";
import { TrialTexts } from "./sources.tsx";

export function Calculation({ row: { outcome, sure }, question }: PartProps) {
  const { site } = surroundings;
  const { notes, intentionToTreat, statistics } = sure;
  return (
    <>
      {notes.length > 0 && <h4>What to keep in mind</h4>}
      <Notes notes={notes} />
      {intentionToTreat && <IntentionToTreat {...intentionToTreat} />}
      <Paragraphs texts={statistics} />
      <p>
        <NewTab href={`${site}/methods#model`}>How it is computed</NewTab>{" "}
        {question !== null && (
          <NewTab href={`${site}/explore?${withOutcome(question, outcome)}`}>
            Explore by groups
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
      <h4>
        <Mark group="car-t" /> Of all whose cells were collected
      </h4>
      <p>{[scope, pooled, collected].filter(Boolean).join(" ")}</p>
      {(cohorts.length > 0 || infused) && (
        <TrialTexts title="Trial by trial" trials={cohorts} last={infused} />
      )}
    </section>
  );
}
