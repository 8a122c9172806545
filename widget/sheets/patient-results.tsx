/**
 * What concerns the reader's patient, before any number of all patients: whether the patient lies within
 * what trials report, which question was asked, and what single studies reported of such patients.
 */
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import { isJudged, patient as words } from "#words/patient.ts";
import type { ForPatient } from "../patient.ts";
import { RecordLink } from "../record-link.tsx";
import { ReportedForPatient } from "./subgroup-results.tsx";

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

function Known({ patient, fit, known, asked, ...acts }: ForPatient & Acts) {
  const { held, text, lines, offers, trials } = fit;
  const first = (
    <>
      {held === null && <p>{text}</p>}
      {offers.length > 0 && (
        <p class="buttons">
          {words.offers}
          {offers.map(({ name, query, text: label }) => (
            <button key={name} type="button" class="apply" onClick={() => acts.onOffer(query)}>
              {label}
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
      {trials.length > 0 && isJudged(patient) && (
        <details class="filter">
          <summary>
            <span>{words.trials}</span>
          </summary>
          <ul>
            {trials.map((parts) => (
              <li key={parts[0]?.cohort}>
                {parts.map(({ cohort, label, text: said }, index) => (
                  <Fragment key={cohort}>
                    {index > 0 && "; "}
                    <RecordLink cohort={cohort} label={label} />: {said}
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="muted note">
        {words.reported.note} {words.limits}
      </p>
      <p class="muted note">{words.asked(text)}</p>
      <header class="numbers-of">
        <p class="muted">{asked}</p>
        <button type="button" class="clear" onClick={acts.onFilters}>
          {words.filters}
        </button>
      </header>
    </>
  );
}
