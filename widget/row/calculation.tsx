/** Draws how a row is computed: its difference in statistical terms, and the rate of all who were to be treated. */
import { surroundings } from "../page/environment.ts";
import { withOutcome } from "../question.ts";
import { NewTab } from "../views/links.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { notesAt, type RowPartProps } from "./opened-row.tsx";

export function Calculation({ row, question }: RowPartProps) {
  const { site, openReport } = surroundings;
  const { outcome, computed } = row;
  const notes = notesAt(row, "sure");
  return (
    <>
      {notes.length > 0 && <h4>What to keep in mind</h4>}
      <Notes notes={notes} />
      <Paragraphs texts={computed} />
      <p>
        <NewTab href={`${site}/methods#model`}>How it is computed</NewTab>{" "}
        {question !== null && openReport === null && (
          <NewTab href={`${site}/explore?${withOutcome(question, outcome)}`}>
            Explore by groups
          </NewTab>
        )}
      </p>
    </>
  );
}
