/**
 * Makes the answer for one patient. What a reader states about the patient stays here: the requests are one
 * question of a closed table, and the data on patients of its trials, which are the same for everybody.
 */
import { fitOf, type PatientFit } from "#core/evidence/eligibility.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { questionOf } from "#presentation/words/patient-codes.ts";
import { AskError, type Requests } from "./ask.ts";
import type { Loaded } from "./store.ts";

export interface PatientAnswer {
  patient: PatientWithTraits;
  /** Holds the first line of the results for the patient. */
  heading: string;
  /** Says which question was asked for the patient, or why none was. */
  question: string;
  /** Holds the question that the patient fits, and whether the patient lies within what its trials report. */
  fit: PatientFit;
  patients: PatientsView;
}

/** @throws AskError that says why there is none */
export async function answerForPatient(
  question: string,
  patient: PatientWithTraits,
  ask: Requests,
  signal: AbortSignal,
): Promise<Omit<Loaded, "query">> {
  const query = questionForPatient(question, patient).question ?? question;
  const options = { signal, isPrivate: true };
  const [{ body: view, onDevice }, { body: patients }] = await Promise.all([
    ask.screen(query, options),
    ask.patients(query, options),
  ]);
  // Parts of two releases would be no answer; a retry requests both anew.
  if (view.answerVersion !== patients.answerVersion) throw new AskError({ kind: "failed" });
  return { ...viewForPatient(question, patient, view, patients), onDevice };
}

/**
 * @param query The question as the reader asks it about all patients.
 * @param view The answer to the question that holds the patient, or to `query` if none does.
 */
export function viewForPatient(
  query: string,
  patient: PatientWithTraits,
  view: Screen,
  patients: PatientsView,
): Required<Pick<Loaded, "view" | "forPatient">> {
  const match = questionForPatient(query, patient);
  const hasQuestion = match.question !== null;
  const fit = fitOf(
    { ...match, question: hasQuestion ? view.canonical : null },
    patient,
    hasQuestion ? patients.trials : [],
  );
  const question = questionOf(fit, patient);
  const heading = hasQuestion ? words.fit(fit, patient, patients) : question;
  return {
    view: {
      ...(hasQuestion
        ? withNumbersOfAll(view, patient, patients.medians)
        : withoutNumbers(view, heading)),
      question: {
        title: words.chip(patient),
        detail: words.about(patient, patients.filters),
        words: [],
      },
    },
    forPatient: {
      patient,
      heading,
      question,
      fit,
      patients,
    },
  };
}

/** The headline says whose the numbers are, so that it never passes for that of the patient. */
function withNumbersOfAll(view: Screen, patient: PatientWithTraits, medians: string): Screen {
  const verdict = { lead: words.all, harms: medians };
  return { ...view, verdict, leftOut: leftOutFor(view, patient) };
}

/** Lists only the filters whose change leads this patient to another question. */
function leftOutFor({ leftOut, canonical }: Screen, patient: PatientWithTraits): Screen["leftOut"] {
  const questionTextFor = (question: string) => questionForPatient(question, patient).question;
  const offers = leftOut?.offers.filter(
    ({ query }) => questionTextFor(query) !== questionTextFor(canonical),
  );
  return leftOut && offers?.[0] ? { ...leftOut, offers } : null;
}

/** No question holds the patient: then a screen shows no number. */
function withoutNumbers(view: Screen, lead: string): Screen {
  return {
    ...view,
    kind: "classes",
    verdict: { lead, harms: "" },
    doubt: null,
    unreported: [],
    rows: [],
    before: null,
    key: "",
    cohorts: { "car-t": 0, bsab: 0 },
    randomised: null,
    leftOut: null,
    notes: [],
  };
}
