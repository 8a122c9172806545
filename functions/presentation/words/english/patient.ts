/** The form for one patient, and what it leads to, in English. */

import { longName } from "#core/evidence/classes.ts";
import type { PatientParameter, PriorBcma } from "#core/question/patient.ts";
import type { PatientWords } from "../contract/patient.ts";
import { counted } from "./counted.ts";
import { kindNames } from "./patient-codes.ts";

const ageOf = (years: number | string) => `${years} years`;
const linesOf = (lines: number | string) => counted(Number(lines), "prior line");

const whatIs: Readonly<Record<PatientParameter, string>> = {
  "patient-age": "The age in years",
  "patient-prior-lines": "The number of prior lines",
};

const traits = {
  "cytogenetic-risk": "High-risk cytogenetics",
  "extramedullary-disease": "Extramedullary disease",
} as const;

export const enPatient: PatientWords = {
  form: {
    title: "My patient",
    known: ({ cohorts, "patient-age": age, "patient-prior-lines": lines }) =>
      cohorts === 0
        ? "This question has no cohort."
        : `Ages enrolled are known for ${age} of ${counted(cohorts, "cohort")}, prior lines for ${lines}.`,
    private: "Computed in this browser and sent nowhere; no link or table knows of it.",
    fields: { "patient-age": "Age in years", "patient-prior-lines": "Prior lines" },
    allowed: (_, least, most) => `${least} to ${most}`,
    wrong: (parameter, least, most) =>
      `${whatIs[parameter]} is a whole number from ${least} to ${most}. Nothing was changed.`,
    otherWay: "Do the numbers belong into the other field?",
    useOtherWay: (age, lines) =>
      [age && ageOf(age), lines && linesOf(lines)].filter(Boolean).join(", "),
    bcma: "Earlier BCMA-directed therapy",
    bcmaKinds: {
      adc: "Antibody–drug conjugate",
      bispecific: "Bispecific",
      "car-t": "CAR-T",
      some: "Kind not known",
      none: "None",
    },
    bcmaNote: "Tick all that were given; nothing ticked is not said.",
    traits,
    traitsNote: "These two choose which results of single studies are shown, and no question.",
    yes: "Yes",
    no: "No",
    notSaid: "Not said",
    apply: "Show what is known",
    nothing: "Say at least one thing of the patient. Nothing was changed.",
  },
  medians: {
    noCohort: (classes, medians) =>
      `No ${classes.map((group) => longName[group]).join(" and no ")} cohort has such a median: they are ${classes.map((group) => span(medians[group])).join(" and ")}. Nothing was changed.`,
    use: (parameter, value) =>
      `My patient: ${parameter === "patient-age" ? ageOf(value) : linesOf(value)}`,
    allTheSame: "Filter by medians all the same",
  },
  told: ({ age, priorLines, priorBcma, traits: said }) => {
    const highRisk = said["cytogenetic-risk"];
    const outside = said["extramedullary-disease"];
    const told = [
      age !== null && ageOf(age),
      priorLines !== null && linesOf(priorLines),
      priorBcma !== null && bcmaOf(priorBcma),
      highRisk !== undefined && `${highRisk ? "" : "no "}high-risk cytogenetics`,
      outside !== undefined && `${outside ? "" : "no "}extramedullary disease`,
    ];
    return `My patient: ${told.filter((text) => text !== false).join(", ")}`;
  },
  handOver: {
    from: (host) =>
      `Handed over by the record at ${host}. Check it against the record. It stays in this frame and is sent nowhere.`,
    copy: "Copy into the record",
    sent: "Given to the record, without anything about the patient.",
  },
  change: "Change",
  clear: "Show all patients",
  waiting:
    "The numbers below do not take your patient into account yet: that is computed in this browser.",
  counts: ({ fits, excludes, notStated }) =>
    `Of ${counted(fits.length + excludes.length + notStated.length, "trial")} counted below, ${fits.length} enrolled such patients, ${excludes.length} only others, and for ${notStated.length} it is not stated.`,
  list: {
    fits: "Enrolled such patients",
    excludes: "Enrolled only others",
    notStated: "Not stated in our sources",
  },
  offers: "Ask instead:",
  limits:
    "Every trial counts in the numbers below, and no number is an estimate for one patient; certainty and cautions stand in each row.",
  reported: {
    title: "What studies report for such patients",
    note: "Every study that prints it, by itself: never pooled, and no study set against another.",
    loading: "Loading what the studies report",
    by: {
      age: "By age",
      "prior-lines": "By prior lines",
      "prior-bcma": "By earlier BCMA-directed therapy",
      "cytogenetic-risk": "By cytogenetic risk",
      "extramedullary-disease": "By extramedullary disease",
      refractoriness: "By refractoriness",
      "extramedullary-burden": "By extramedullary tumour burden",
      "disease-compartment": "In the marrow and outside it",
      ferritin: "By ferritin",
      "renal-function": "By renal function",
      iss: "By stage (ISS or R-ISS)",
      frailty: "By frailty",
      race: "By race and ethnicity",
    },
    others: "By other properties of patients",
    evidence: { trial: "trial", "real-world": "real-world", unknown: "design not stated" },
    none: "none in our sources",
    otherLevels: "Others:",
    counted: (events, n) => `${events} of ${n}`,
    percent: (value) => `${value} %`,
    median: (months) => `median ${months} months`,
    interval: (low, high) => `interval ${low ?? "not reached"} to ${high ?? "not reached"}`,
    patients: (n) => counted(n, "patient"),
    nNotPrinted: "n not printed",
    effect: (measure, value, interval, of, against) =>
      `${measure.replace("-", " ")} ${value}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}, ${of} against ${against}`,
    notPrinted: "no number printed",
    sourceAt: (text) => `Source: ${text}`,
  },
};

function bcmaOf(given: PriorBcma): string {
  if (given === "some") return "earlier BCMA-directed therapy";
  return given.length === 0
    ? "no earlier BCMA-directed therapy"
    : `earlier BCMA-directed ${given.map((kind) => kindNames[kind]).join(", ")}`;
}

/** Lowest and highest of some medians. */
function span(medians: readonly number[]): string {
  const [least, most] = [medians[0], medians.at(-1)];
  if (least === undefined || most === undefined) return "not reported";
  return least === most ? `${least}` : `${least} to ${most}`;
}
