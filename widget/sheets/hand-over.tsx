/** Draws the message about the patient's record, and the button that gives the record a summary. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PatientWithTraits } from "#core/question/patient.ts";
import { elementTexts } from "#presentation/words/element.ts";
import type { AnswerSummary, HandedOver } from "../store.ts";

interface HandOverProps {
  handed: HandedOver;
  patient: PatientWithTraits | undefined;
  /** Makes the summary for the record; `undefined` if there are no numbers. */
  summary: (() => Promise<AnswerSummary>) | undefined;
}

export function HandOver({ handed, patient, summary }: HandOverProps) {
  const [message, setMessage] = useState("");
  const newest = useRef<HandedOver | null>(null);
  useEffect(() => {
    setMessage("");
    newest.current = handed;
    return () => {
      newest.current = null;
    };
  }, [handed]);
  const { give } = handed;
  const text = handed.saidOfRecord(patient);
  const copy = () => {
    // The message is emptied first, because a screen reader does not announce the same text twice.
    setMessage("");
    // The record may be at another patient by then, whose note it must not reach.
    const ifSame = (then: () => void) => newest.current === handed && then();
    summary?.().then(
      (answerSummary) =>
        ifSame(() => {
          give.press(answerSummary);
          setMessage(give.done);
        }),
      () => ifSame(() => setMessage(elementTexts.states.failed)),
    );
  };
  return (
    <div class="notice">
      {text && <p>{text}</p>}
      {summary && (
        <button type="button" onClick={copy}>
          {give.label}
        </button>
      )}
      <p class="note" aria-live="polite">
        {message}
      </p>
    </div>
  );
}
