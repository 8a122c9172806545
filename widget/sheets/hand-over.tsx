/**
 * What a record system around our page handed over, and the way back: a summary, when the reader
 * presses the button. Drawn only in a frame whose address asks for it.
 */
import { useEffect, useState } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import type { DrawnWords, PatientWords } from "#presentation/words/catalogue.ts";
import type { SummaryMessage } from "../page/frame-messages.ts";
import { receivePatient, tell } from "../page/receive-patient.ts";

interface Props {
  /** The origins that may hand a patient over. */
  sources: string;
  patient: OwnPatient | undefined;
  /** Makes what is given back; `undefined` if there are no numbers. */
  summary: (() => Promise<SummaryMessage>) | undefined;
  strings: DrawnWords;
  words: PatientWords["handOver"];
  onPatient: (patient: OwnPatient | undefined) => void;
}

export function HandOver({ sources, patient, summary, strings, words, onPatient }: Props) {
  const [handed, setHanded] = useState<{ patient: OwnPatient; by: string } | null>(null);
  const [said, setSaid] = useState("");
  useEffect(
    () =>
      receivePatient(sources, (patient, by) => {
        setHanded(patient && { patient, by });
        setSaid("");
        onPatient(patient ?? undefined);
      }),
    [sources, onPatient],
  );
  if (handed === null) return null;
  const copy = () => {
    // Emptied first: a screen reader does not announce the same text twice.
    setSaid("");
    summary?.().then(
      (made) => {
        tell(handed.by, made);
        setSaid(words.sent);
      },
      () => setSaid(strings.states.errorInside),
    );
  };
  return (
    <div class="notice">
      {/* What the reader has changed since was not handed over. */}
      {patient === handed.patient && <p>{words.from(new URL(handed.by).host)}</p>}
      {summary && (
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
      )}
      <p class="note" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
