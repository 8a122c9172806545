/** Draws how a row is computed: its difference in statistical terms, and the rate of all who were to be treated. */
import { setQuestionOutcome } from "../question.ts";
import { NewTab } from "../views/links.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { listPartNotes, type RowPartProps } from "./opened-parts.tsx";
import { useSurface } from "./surface.tsx";

interface CalculationProps extends RowPartProps {
  /** The question of the row; `null` if no link holds it. */
  question: string | null;
}

export function Calculation({ row, question }: CalculationProps) {
  const { site, openReport } = useSurface();
  const { outcome, computed } = row;
  const notes = listPartNotes(row, "sure");
  return (
    <>
      {notes.length > 0 && <h4>What to keep in mind</h4>}
      <Notes notes={notes} />
      <Paragraphs texts={computed} />
      <p>
        <NewTab href={`${site}/methods#model`}>How it is computed</NewTab>{" "}
        {question !== null && openReport === null && (
          <NewTab href={`${site}/explore?${setQuestionOutcome(question, outcome)}`}>
            Explore by groups
          </NewTab>
        )}
      </p>
    </>
  );
}
