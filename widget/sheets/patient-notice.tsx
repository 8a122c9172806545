/**
 * Shows which of the selected cohorts enrolled patients like the reader's, and a button that
 * removes the patient.
 */
import type { PatientCohort, PatientFit } from "#core/comparison/answer.ts";
import type { PatientWords } from "#presentation/words/contract/patient.ts";
import { RecordLink } from "../views/links.tsx";
import { adoptSheetStyles } from "./adopt-sheet-styles.ts";

interface Props {
  /** From the answer on screen; `null` while that answer is not for a patient. */
  fit: PatientFit | null;
  /** Whether the numbers on screen do not yet use the patient's values. */
  waiting: boolean;
  words: PatientWords;
  apiBase: string;
  onClear: () => void;
}

export function PatientNotice({ fit, waiting, words, apiBase, onClear }: Props) {
  return (
    <div class="notice patient" ref={adoptSheetStyles}>
      {waiting && <p>{words.waiting}</p>}
      {fit && (
        <>
          <p>
            {words.counts(fit)} <strong>{words.limits}</strong>
          </p>
          <details>
            <summary>{words.show}</summary>
            <List title={words.fits} cohorts={fit.fits} apiBase={apiBase} />
            <List title={words.outside} cohorts={fit.outside} apiBase={apiBase} />
            <List title={words.notReported} cohorts={fit.notReported} apiBase={apiBase} />
          </details>
          <p class="muted note">{words.private}</p>
        </>
      )}
      <button type="button" onClick={onClear}>
        {words.clear}
      </button>
    </div>
  );
}

interface ListProps {
  title: string;
  cohorts: readonly PatientCohort[];
  apiBase: string;
}

function List({ title, cohorts, apiBase }: ListProps) {
  if (cohorts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {cohorts.map(({ cohort, label, reason }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} />
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}
