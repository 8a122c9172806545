/**
 * Makes the answer for one patient. What a reader states about the patient stays here: the requests are one
 * question of a closed table, and the data on patients of its trials, which are the same for everybody.
 */
import { fitOf, type PatientFit } from "#core/evidence/eligibility.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import { writeHeadline } from "#presentation/views/patient-headline.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { type GroupsOfProperty, selectGroups } from "#presentation/views/select-groups.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { questionOf } from "#presentation/words/patient-codes.ts";
import { describeLabels, type TextPart } from "#presentation/words/patient-labels.ts";
import { AskError, type Requests } from "./ask.ts";
import type { Loaded } from "./store.ts";

export interface PatientAnswer {
  patient: PatientWithTraits;
  /** Holds the headline of the results for the patient. */
  heading: string;
  /** States what is labelled for the patient. */
  labelled: readonly TextPart[];
  /** Lists the groups that are such patients, or nearest to it, by property. */
  groups: readonly GroupsOfProperty[];
  /** States how far the trials reach, the first sentence by itself; then notes on whom they enrolled. */
  reach: readonly string[];
  /** Says which question was asked for the patient, or why none was. */
  question: string;
  /** Holds the question that the patient fits, and how its trials fit the numbers of the patient. */
  fit: PatientFit;
  patients: PatientsView;
}

interface AnswerToQuestion {
  view: Screen;
  patients: PatientsView;
  onDevice: boolean;
}

/** Maps questions to their answers, which hold nothing of a patient. */
export type KnownAnswers = Map<string, Promise<AnswerToQuestion>>;

/**
 * @param known Answers are taken from here, and kept here, also while they are on their way, so that the number of
 *   requests does not show how often an age or a finding was changed.
 * @param isRenewed The answer that is known is of an earlier release.
 * @throws AskError that says why there is none
 */
export async function answerForPatient(
  question: string,
  patient: PatientWithTraits,
  ask: Requests,
  { known, isRenewed }: { known: KnownAnswers; isRenewed: boolean },
): Promise<Omit<Loaded, "query">> {
  const query = questionForPatient(question, patient).question ?? question;
  const answer = (!isRenewed && known.get(query)) || askBoth(query, ask);
  known.set(query, answer);
  // A failed answer is asked again; so is one that the device made, because the network may confirm it by then.
  const forget = () => known.get(query) === answer && known.delete(query);
  answer.then(({ onDevice }) => onDevice && forget(), forget);
  const { view, patients, onDevice } = await answer;
  return { ...viewForPatient(question, patient, view, patients), onDevice };
}

/** Nobody ends these requests: another patient of the same question needs them, too. */
async function askBoth(query: string, ask: Requests): Promise<AnswerToQuestion> {
  const options = { signal: new AbortController().signal, isPrivate: true };
  const [{ body: view, onDevice }, { body: patients }] = await Promise.all([
    ask.screen(query, options),
    ask.patients(query, options),
  ]);
  // Parts of two releases would be no answer; a retry requests both anew.
  if (view.answerVersion !== patients.answerVersion) throw new AskError({ kind: "failed" });
  return { view, patients, onDevice };
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
  const labels = describeLabels(patients, patient);
  const groups = hasQuestion ? selectGroups(patients, patient) : [];
  const heading = hasQuestion ? writeHeadline(patient, { ...patients, labels, groups }) : question;
  return {
    view: {
      ...(hasQuestion ? withNumbersOfAll(view, patient, patients) : withoutNumbers(view, heading)),
      question: {
        title: words.chip(patient),
        detail: words.about(patient, patients.filters),
        words: [],
      },
    },
    forPatient: {
      patient,
      heading,
      labelled: labels.parts,
      groups,
      reach: [...words.enrolment(fit, patient, patients), ...(view.doubt?.more ?? [])],
      question,
      fit,
      patients,
    },
  };
}

/**
 * The headline says whose the numbers are, so that it never passes for that of the patient. Labels, and whom the trials
 * enrolled, stand above.
 */
function withNumbersOfAll(
  view: Screen,
  patient: PatientWithTraits,
  { medians, enrolled }: PatientsView,
): Screen {
  const { doubt } = view;
  const rows = view.rows.map((row) => withReach(row, patient, enrolled));
  return {
    ...view,
    verdict: { lead: words.all, harms: medians },
    label: null,
    doubt: doubt && { ...doubt, more: [] },
    rows,
    ...foldRows(view, rows),
    leftOut: leftOutFor(view, patient),
  };
}

/** These rows are what the headline of all patients speaks of. */
const firstRows = ["orr", "crs-3", "infection-3"];

/** Leaves the first rows of the overview open: the groups of such patients stand above them. */
function foldRows(view: Screen, rows: Screen["rows"]) {
  if (view.kind !== "classes" || view.harmGroups) return {};
  const first = rows.filter(({ outcome }) => firstRows.includes(outcome));
  const further = rows.filter((row) => !first.includes(row));
  return first.length === 0 || further.length === 0 ? {} : { rows: first, foldedRows: further };
}

/** Says of a trial that carries a row that it enrolled nobody of the age of the patient. */
function withReach(
  row: Screen["rows"][number],
  { age }: PatientWithTraits,
  enrolled: PatientsView["enrolled"],
): Screen["rows"][number] {
  const { carried } = row;
  if (age === null || carried === undefined) return row;
  const beyond = enrolled.flatMap(({ name, age: ranges }) => {
    const isWithin = ranges.some(([least, most]) => least <= age && age <= most);
    if (ranges.length === 0 || isWithin || !carried.includes(name)) return [];
    return `${name}: ages ${ranges.map(([least, most]) => `${least} to ${most}`).join(", ")}.`;
  });
  return { ...row, carried: [carried, ...beyond].join(" ") };
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
    label: null,
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
