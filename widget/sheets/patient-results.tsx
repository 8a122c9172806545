/**
 * The evidence for the reader's patient: the question that holds them, which of its trials
 * enrolled such patients, and the subgroups of single studies.
 */
import { useEffect, useRef } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import { patient as words } from "#words/patient.ts";
import type { ForPatient } from "../patient.ts";
import { RecordLink } from "../record-link.tsx";
import { ReportedForPatient } from "./subgroup-results.tsx";

interface Props {
  patient: OwnPatient;
  /** `null` until the answer on screen is the patient's. */
  answer: ForPatient | null;
  onPatient: (patient: OwnPatient | undefined) => void;
  onEdit: () => void;
  /** Receives the question that was offered instead. */
  onOffer: (query: string) => void;
}

export function PatientResults({ patient, answer, onPatient, onEdit, onOffer }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // The form was closed for these results. One who writes in the page around our frame is not moved,
  // nor one whose form stays open beside them.
  useEffect(() => {
    const isAlone = !title.current?.closest(".compare")?.querySelector("dialog[open]");
    if (isAlone && document.hasFocus()) title.current?.focus();
  }, [patient]);
  return (
    <section class="patient">
      <h2 ref={title} tabIndex={-1}>
        {words.told(patient)}
      </h2>
      <p class="buttons">
        <button type="button" class="clear" onClick={onEdit}>
          {words.change}
        </button>
        <ShowAll onPatient={onPatient} />
      </p>
      {answer ? <Question {...answer} onOffer={onOffer} /> : <p class="waiting">{words.waiting}</p>}
      <h3>{words.reported.title}</h3>
      {answer ? (
        <ReportedForPatient reported={answer.known.reported} patient={patient} />
      ) : (
        <p class="muted">{words.reported.loading}</p>
      )}
      <p class="muted note">
        {words.reported.note} {words.limits}
      </p>
    </section>
  );
}

/**
 * The way back from the patient, at their results and in the form. What concerns the patient goes with
 * it; the verdict, which changes, stays.
 */
export function ShowAll({ onPatient }: Pick<Props, "onPatient">) {
  return (
    <button
      type="button"
      class="clear"
      onClick={({ currentTarget }) => {
        onPatient(undefined);
        const verdict = currentTarget.closest(".compare")?.querySelector<HTMLElement>(".verdict");
        verdict?.setAttribute("tabindex", "-1");
        verdict?.focus();
      }}
    >
      {words.clear}
    </button>
  );
}

/** The question that holds the patient, and its trials. */
function Question({ fit, known, onOffer }: ForPatient & Pick<Props, "onOffer">) {
  const { noun, kinds } = known;
  const isHeld = fit.held !== null;
  return (
    <>
      {fit.offers.length > 0 && (
        <p class="buttons">
          {words.offers}{" "}
          {fit.offers.map(({ name, query, text }) => (
            <button key={name} type="button" class="apply" onClick={() => onOffer(query)}>
              {text}
            </button>
          ))}
        </p>
      )}
      {/* Without numbers it is the headline. */}
      {isHeld && <p>{fit.text}</p>}
      {/* After BCMA-directed therapy: the kinds that the trials enrolled, and those that none selected. */}
      {isHeld && kinds.map((text) => <p key={text}>{text}</p>)}
      {/* Where nothing was judged every trial would seem to fit. */}
      {isHeld && fit.each.length > 0 && (
        <details class="filter">
          <summary>
            <span>{words.trials(fit, noun)}</span>
          </summary>
          <p>{words.counts(fit, noun)}</p>
          <ul>
            {[...fit.fits, ...fit.excludes, ...fit.notStated].map(({ cohort, label, reason }) => (
              <li key={cohort}>
                <RecordLink cohort={cohort} label={label} />: {reason ?? words.fits}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
