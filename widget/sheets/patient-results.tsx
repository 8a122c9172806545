/**
 * What concerns the reader's patient, before any number of all patients: whether the patient lies within
 * what trials report, which question was asked, and what single studies reported of such patients.
 */
import { useEffect, useRef } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import { drawn } from "#words/element.ts";
import { patient as words } from "#words/patient.ts";
import { offerOf } from "#words/patient-codes.ts";
import type { ForPatient } from "../patient.ts";
import { RecordLink } from "../record-link.tsx";
import { Fold, ReportedForPatient } from "./subgroup-results.tsx";

interface Acts {
  /** To the filters of the question. */
  onFilters: () => void;
  /** Receives the question that was offered instead. */
  onOffer: (query: string) => void;
}

interface Props extends Acts {
  patient: OwnPatient;
  /** `null` until the answer on screen is the patient's. */
  answer: ForPatient | null;
}

export function PatientResults({ patient, answer, ...acts }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // The form was closed for these results. One who writes in the page around our frame is not moved,
  // nor one whose form stays open beside them.
  useEffect(() => {
    const isAlone = !title.current?.closest(".compare")?.querySelector("dialog[open]");
    if (isAlone && document.hasFocus()) title.current?.focus();
  }, [patient]);
  return (
    <section class="patient">
      <h2 ref={title} tabIndex={-1} class="verdict">
        {answer?.heading ?? words.chip(patient)}
      </h2>
      {answer ? <Known {...answer} {...acts} /> : <p>{words.waiting}</p>}
    </section>
  );
}

function Known({ patient, question, fit, known, asked, ...acts }: ForPatient & Acts) {
  const { held, lines, offers } = fit;
  const first = (
    <>
      {held === null && <p>{question}</p>}
      {offers.length > 0 && (
        <p class="buttons">
          {words.offers}
          {offers.map((offer) => (
            <button
              key={offer.query}
              type="button"
              class="apply"
              onClick={() => acts.onOffer(offer.query)}
            >
              {offerOf(offer.lines, patient)}
            </button>
          ))}
        </p>
      )}
    </>
  );
  if (held === null) return first;
  return (
    <>
      {first}
      <ReportedForPatient reported={known.reported} patient={patient} lines={lines} />
      {known.trials.length > 0 && (
        <Fold title={words.trials}>
          <ul>
            {known.trials.map((trial) => (
              <li key={trial.cohort}>
                <RecordLink {...trial} />: {trial.text}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <p class="muted note">
        {words.reported.note} {words.limits}
      </p>
      <p class="muted note">{words.form.asked(question)}</p>
      <header class="numbers-of">
        <p class="muted note">{asked}</p>
        <button type="button" class="clear" onClick={acts.onFilters}>
          {drawn.sheet.question}
        </button>
      </header>
    </>
  );
}
