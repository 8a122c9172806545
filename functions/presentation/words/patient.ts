/** Holds the texts of the form for one patient, and of what it leads to, in English. */
import type { Patient, PatientNumber, Trait } from "#core/question/patient.ts";
import { formatAge, formatPriorLines } from "./patient-codes.ts";
import { joinByCommas, writeSentence } from "./sentences.ts";

/** Names traits within a sentence; buttons capitalise the names. */
export const traitNames = {
  "extramedullary-disease": "extramedullary disease",
  "cytogenetic-risk": "high-risk cytogenetics",
  "renal-function": "creatinine clearance below 45",
  refractoriness: "triple-class refractory disease",
  "lenalidomide-refractory": "refractory to lenalidomide",
  frailty: "frailty",
} satisfies Record<Trait, string>;

export const patientTexts = {
  /** States what is sent, below the form and below the answer. */
  asked: (question: string) =>
    `Only the question is sent (${question}). Age and the rest stay on this device.`,
  /** Names the patient in short, above the question. */
  chip: (person: Patient) =>
    ["Patient", listAgeAndLineTexts(person).join(", ")].filter(Boolean).join(": "),
  labelled: (regions: string) => `Labelled (${regions}):`,
  /** States what the question assumes of a patient of whom it is not known; empty where nothing is assumed. */
  assumed: (
    { priorLines, priorBcma }: Patient,
    { lines, earlier }: { readonly lines: string; readonly earlier: string },
  ) => {
    const parts = joinByCommas([priorLines === null && lines, priorBcma === null && earlier]);
    return parts && writeSentence(`assumed: ${parts}`);
  },
  /** This text stands before the verdict, or above the numbers if there is no verdict. */
  all: "All patients of these trials",
};

export const formatAgeOrLines = (name: PatientNumber, value: number) =>
  name === "age" ? formatAge(value) : formatPriorLines(value);

/** Returns text such as "82 years", "5+ lines". */
function listAgeAndLineTexts(patient: Pick<Patient, PatientNumber>): string[] {
  const names: readonly PatientNumber[] = ["age", "priorLines"];
  return names.flatMap((name) => {
    const value = patient[name];
    return value === null ? [] : formatAgeOrLines(name, value);
  });
}
