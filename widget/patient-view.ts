/**
 * Makes the view of one patient from what the service says about everybody. The element loads this module once a reader
 * asks about a patient. It computes only, so that nothing of a patient leaves the element.
 */
import { type PatientFit, summarisePatientFit } from "#core/evidence/eligibility.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import { describeGroupList } from "#presentation/views/patient-groups.ts";
import { describePatientHeadline } from "#presentation/views/patient-headline.ts";
import type { Screen } from "#presentation/views/screen.ts";
import {
  type GroupsOfProperty,
  selectGroupsForPatient,
} from "#presentation/views/select-groups.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { linkPlaceholder } from "#presentation/words/html.ts";
import {
  describeTraitsAndFilters,
  listEnrolmentSentences,
  patientTexts as words,
} from "#presentation/words/patient.ts";
import { describeQuestionForPatient } from "#presentation/words/patient-codes.ts";
import { makeDrugLabelTextsForPatient, type TextPart } from "#presentation/words/patient-labels.ts";
import type { Loaded } from "./store.ts";

export { choosePatientQuestion };

export interface PatientAnswer {
  patient: PatientWithTraits;
  /** Holds the headline of the results for the patient. */
  heading: string;
  /** States what is labelled for the patient. */
  labelled: readonly TextPart[];
  /** Lists the reported groups that resemble the patient most, by property. */
  groups: readonly GroupsOfProperty[];
  /** States how far the trials reach, the first sentence by itself; then notes on whom they enrolled. */
  reach: readonly string[];
  /** Says which question was asked for the patient, or why none was. */
  question: string;
  /** Holds the question that the patient fits, and how its trials fit the numbers of the patient. */
  fit: PatientFit;
  patients: PatientsView;
  copied: CopiedLines;
}

export interface CopiedLines {
  /** Tells the question, what such patients had, and how sure that is, with the date and `linkPlaceholder`. */
  readonly short: readonly string[];
  /** Tells what stands on screen of the patient, before the numbers of all. */
  readonly long: readonly string[];
}

/**
 * Returns the answer for a patient, and the view below it: that of all patients, or one without numbers if no question
 * holds the patient.
 *
 * @param query The question as the reader asks it about all patients.
 * @param view The answer to the question that holds the patient, or to `query` if none does.
 */
export function makePatientView(
  query: string,
  patient: PatientWithTraits,
  view: Screen,
  patients: PatientsView,
): Required<Pick<Loaded, "view" | "forPatient">> {
  const match = choosePatientQuestion(query, patient);
  const hasQuestion = match.question !== null;
  const fit = summarisePatientFit(
    { ...match, question: hasQuestion ? view.canonical : null },
    patient,
    hasQuestion ? patients.trials : [],
  );
  const question = describeQuestionForPatient(fit, patient);
  const labels = makeDrugLabelTextsForPatient(patients, patient);
  const groups = hasQuestion ? selectGroupsForPatient(patients, patient) : [];
  const heading = hasQuestion
    ? describePatientHeadline(patient, { ...patients, labels, groups })
    : question;
  const asked = {
    title: words.chip(patient),
    detail: describeTraitsAndFilters(patient, patients.filters),
    words: [],
  };
  const lines = {
    // This line states whose text it is, and what was asked.
    question: `${elementTexts.title}. ${asked.title}, ${asked.detail} (asked: ${question}).`,
    groups: listGroupTexts(groups),
    certainty: `${patients.certainty.lead} ${patients.certainty.text}`,
  };
  return {
    view: {
      ...(hasQuestion
        ? makeViewOfAllPatients(view, patient, patients)
        : makeViewWithoutNumbers(view, heading)),
      question: asked,
    },
    forPatient: {
      patient,
      heading,
      labelled: labels.parts,
      groups,
      reach: [...listEnrolmentSentences(fit, patient, patients), ...(view.doubt?.more ?? [])],
      question,
      fit,
      patients,
      copied: {
        short: [
          lines.question,
          [heading, ...lines.groups].join(" "),
          `${lines.certainty} ${elementTexts.dataDate(formatDate(view.dataDate))}. ${linkPlaceholder}`,
        ],
        long: [
          lines.question,
          heading,
          ...lines.groups,
          `${words.labelled(patients.regions)} ${joinTextParts(labels.parts)}`,
          lines.certainty,
          `${words.all}:`,
        ],
      },
    },
  };
}

/** Returns what such patients had, in the words of the screen. */
function listGroupTexts(groups: PatientAnswer["groups"]): string[] {
  return groups.flatMap(({ first, missing }) =>
    [...first.map(describeGroupList), missing].filter(Boolean),
  );
}

const joinTextParts = (parts: readonly TextPart[]) =>
  parts
    .map(({ text }) => text)
    .join("")
    .trim();

/**
 * Returns the view of all patients beside a patient, whose headline says whose the numbers are, so that it never
 * passes for that of the patient; labels and enrolment stand above.
 */
function makeViewOfAllPatients(
  view: Screen,
  patient: PatientWithTraits,
  { medians, enrolled }: PatientsView,
): Screen {
  const { doubt } = view;
  const rows = view.rows.map((row) => addUnenrolledAgeNoteToRow(row, patient, enrolled));
  return {
    ...view,
    // The course says also here that its columns are not compared.
    verdict: {
      lead: words.all,
      harms: medians,
      last: view.kind === "course" ? view.verdict.lead : "",
    },
    label: null,
    doubt: doubt && { ...doubt, more: [] },
    rows,
    ...splitFoldedRows(view, rows),
    leftOut: makeLeftOutNoticeForPatient(view, patient),
  };
}

/** These rows are what the headline of all patients speaks of. */
const firstRows = ["orr", "crs-3", "infection-3"];

/**
 * Returns the first rows of the overview, and the further ones to fold, because the groups of such patients stand
 * above them; an empty object for any other view, and if either part would be empty.
 */
function splitFoldedRows(view: Screen, rows: Screen["rows"]) {
  if (view.kind !== "classes" || view.harmGroups) return {};
  const first = rows.filter(({ outcome }) => firstRows.includes(outcome));
  const further = rows.filter((row) => !first.includes(row));
  return first.length === 0 || further.length === 0 ? {} : { rows: first, foldedRows: further };
}

/**
 * Returns the row with a note on each trial that carries it and enrolled nobody of the age of the patient; the row
 * itself if the age is not known or its text `carried` is absent.
 */
function addUnenrolledAgeNoteToRow(
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

/**
 * Returns the notice of what is left out with only the filters whose change leads this patient to another question;
 * `null` if no filter remains.
 */
function makeLeftOutNoticeForPatient(
  { leftOut, canonical }: Screen,
  patient: PatientWithTraits,
): Screen["leftOut"] {
  const questionTextFor = (question: string) => choosePatientQuestion(question, patient).question;
  const offers = leftOut?.offers.filter(
    ({ query }) => questionTextFor(query) !== questionTextFor(canonical),
  );
  return leftOut && offers?.[0] ? { ...leftOut, offers } : null;
}

/** Returns a view without numbers, for a patient whom no question holds. */
function makeViewWithoutNumbers(view: Screen, lead: string): Screen {
  return {
    ...view,
    kind: "classes",
    toCourse: "",
    verdict: { lead, harms: "", last: "" },
    label: null,
    doubt: null,
    unreported: [],
    rows: [],
    key: "",
    cohorts: { "car-t": 0, bsab: 0 },
    randomised: null,
    leftOut: null,
    notes: [],
  };
}
