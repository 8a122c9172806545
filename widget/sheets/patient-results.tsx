/**
 * Draws what concerns the reader's patient, before any number of all patients: whether the patient lies within
 * what trials report, whom these enrolled, and what single studies reported of such patients.
 */
import { useEffect, useRef } from "preact/hooks";
import type { PatientNumber, PatientWithTraits } from "#core/question/patient.ts";
import { asReported } from "#presentation/words/counts.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import type { PatientAnswer } from "../patient.ts";
import { SiteTrialLink } from "../site-trial-link.tsx";
import { EnrolledByTrial } from "./enrolled.tsx";
import { type PropertyOfPatient, reportedForPatient } from "./reported-for-patient.ts";
import { LevelLines, SuchPatients } from "./such-patients.tsx";

interface PatientActs {
  /** Leads to the filters of the question. */
  onFilters: () => void;
  /** Receives the question that was offered instead. */
  onOffer: (query: string) => void;
}

interface PatientResultsProps extends PatientActs {
  patient: PatientWithTraits;
  /** `null` until the answer on screen is the patient's. */
  answer: PatientAnswer | null;
}

export function PatientResults({ patient, answer, ...acts }: PatientResultsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // The focus goes to these results if the form was closed for them. It stays where it is if the reader writes
  // in the page around our frame, or if the form stays open beside the results.
  useEffect(() => {
    const isAlone = !title.current?.closest(".compare")?.querySelector("dialog[open]");
    if (isAlone && document.hasFocus()) title.current?.focus();
  }, [patient]);
  return (
    <section class="patient">
      <h2 ref={title} tabIndex={-1} class="verdict">
        {answer?.heading ?? words.chip(patient)}
      </h2>
      {answer ? <PatientEvidence {...answer} {...acts} /> : <p>Numbers not of your patient yet.</p>}
    </section>
  );
}

/** The property that is drawn: the age, or the lines if no age is known. */
const drawnProperties: readonly PatientNumber[] = ["age", "priorLines"];

function PatientEvidence({
  patient,
  question,
  fit,
  patients,
  ...acts
}: PatientAnswer & PatientActs) {
  const { asked: questionText, offers } = patients;
  // The heading says why there is nothing to show.
  if (fit.question === null) return null;
  const reported = reportedForPatient(patients, patient);
  const property = drawnProperties.find((name) => patient[name] !== null);
  const value = property && patient[property];
  return (
    <>
      {offers.length > 0 && (
        <p class="buttons">
          Show instead, of all patients:
          {offers.map(({ query, label }) => (
            <button key={query} type="button" class="apply" onClick={() => acts.onOffer(query)}>
              {label}
            </button>
          ))}
        </p>
      )}
      {property && value != null && patients.enrolled.length > 0 && (
        <EnrolledByTrial enrolled={patients.enrolled} of={property} value={value} />
      )}
      {reported.map((property) => (
        <SuchPatients key={property.property.name} {...property} />
      ))}
      <div class="beyond">
        <details class="filter">
          <summary>Trial by trial</summary>
          {reported.map((property) => (
            <OtherOutcomes key={property.property.name} {...property} />
          ))}
          {patients.trials.length > 0 && (
            <>
              <h3>What each of these trials reports</h3>
              <ul>
                {patients.trials.map((trial) => (
                  <li key={trial.cohort}>
                    <SiteTrialLink {...trial} />: {trial.text}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="muted note">{asReported} No number is an estimate for one patient.</p>
          <p class="muted note">{words.asked(question)}</p>
        </details>
        <button
          type="button"
          class="clear asked"
          aria-label={`${elementTexts.sheet.question}: ${questionText}`}
          onClick={acts.onFilters}
        >
          {questionText}
        </button>
      </div>
    </>
  );
}

function OtherOutcomes({ property, tables, notCounted }: PropertyOfPatient) {
  return (
    <>
      {[...tables.slice(1), ...notCounted.slice(1)].map(({ name, levels }) => (
        <section key={name} class="drugs such">
          <h3>{words.reported.title(property, name)}</h3>
          <LevelLines levels={levels} />
        </section>
      ))}
    </>
  );
}
