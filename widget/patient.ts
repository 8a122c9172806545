/**
 * Asks for the answer to one patient. What a reader states about the patient stays here: the requests are one question
 * of a closed table, and the data on patients of its trials, which are the same for everybody.
 */
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { AskError, makeRequestFailure, type Requests } from "./ask.ts";
import { surroundings } from "./page/environment.ts";
import type { Loaded } from "./store.ts";

interface AnswerToQuestion {
  view: Screen;
  patients: PatientsView;
  onDevice: boolean;
}

/** Maps questions to their answers, which hold nothing of a patient. */
export type KnownAnswers = Map<string, Promise<AnswerToQuestion>>;

/**
 * Returns the answer for a patient with the view below it, and whether this device made any part of it.
 *
 * @param known Answers are taken from here, and kept here, also while they are on their way, so that the number of
 *   requests does not show how often an age or a finding was changed.
 * @param isRenewed True if the known answer is of an earlier release.
 * @throws AskError that says why there is none
 */
export async function requestAnswerForPatient(
  question: string,
  patient: PatientWithTraits,
  ask: Requests,
  { known, isRenewed }: { known: KnownAnswers; isRenewed: boolean },
): Promise<Omit<Loaded, "query">> {
  const { choosePatientQuestion, makePatientView } = await loadPatientViewModule();
  const query = choosePatientQuestion(question, patient).question ?? question;
  const answer = (!isRenewed && known.get(query)) || askScreenAndPatients(query, ask);
  known.set(query, answer);
  // A failed answer is asked again; so is one that the device made, because the network may confirm it by then.
  const forget = () => known.get(query) === answer && known.delete(query);
  answer.then(({ onDevice }) => onDevice && forget(), forget);
  const { view, patients, onDevice } = await answer;
  return { ...makePatientView(question, patient, view, patients), onDevice };
}

/**
 * Returns the module that makes the view; the form of a patient loads it before there is anything to ask.
 *
 * @throws AskError if it cannot be loaded
 */
export async function loadPatientViewModule() {
  try {
    return await surroundings.loadPatientView();
  } catch {
    throw new AskError(makeRequestFailure());
  }
}

/**
 * Requests both parts of an answer and returns them, with whether this device made either. Nobody ends these
 * requests, because another patient of the same question needs them, too.
 *
 * @throws AskError if a request fails, or the parts are of two releases
 */
async function askScreenAndPatients(query: string, ask: Requests): Promise<AnswerToQuestion> {
  const options = { signal: new AbortController().signal, isPrivate: true };
  const parts = await Promise.all([ask.screen(query, options), ask.patients(query, options)]);
  const [{ body: view }, { body: patients }] = parts;
  // Parts of two releases would be no answer; a retry requests both anew.
  if (view.answerVersion !== patients.answerVersion) throw new AskError({ kind: "failed" });
  return { view, patients, onDevice: parts.some(({ onDevice }) => onDevice) };
}
