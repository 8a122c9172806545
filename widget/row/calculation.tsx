/** Draws how a row is computed: its difference in statistical terms, and the rate of all who were to be treated. */
import { setOutcome } from "../question.ts";
import { NewTab } from "../views/links.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { type RowPartProps, selectNotes } from "./opened-parts.tsx";
import { useSurface } from "./surface.tsx";

interface CalculationProps extends RowPartProps {
  /** The question of the row; `null` if no link holds it. */
  question: string | null;
}

export function Calculation({ row, question }: CalculationProps) {
  const { site, openReport } = useSurface();
  const { outcome, computed } = row;
  const notes = selectNotes(row, "sure");
  return (
    <>
      {notes.length > 0 && <h4>What to keep in mind</h4>}
      <Notes notes={notes} />
      <Paragraphs texts={computed} />
      <p>
        <NewTab href={`${site}/methods#model`}>How it is computed</NewTab>{" "}
        {question !== null && openReport === null && (
          <NewTab href={`${site}/explore?${setOutcome(question, outcome)}`}>
            Explore by groups
          </NewTab>
        )}
      </p>
    </>
  );
}
