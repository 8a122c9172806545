/** The form for one patient, and what it leads to, in English. */

import { longName, shortName } from "#core/evidence/classes.ts";
import type { PatientParameter } from "#core/question/patient.ts";
import type { PatientWords } from "../contract/patient.ts";
import { counted } from "./counted.ts";

const ageOf = (years: number | string) => `${years} years`;
const linesOf = (lines: number | string) => counted(Number(lines), "prior line");

const whatIs: Readonly<Record<PatientParameter, string>> = {
  "patient-age": "The age in years",
  "patient-prior-lines": "The number of prior lines",
};

const traits = {
  "prior-bcma": "Earlier BCMA-directed therapy",
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
    traits,
    traitsNote: "These three choose which results of single studies are shown, and no cohorts.",
    yes: "Yes",
    no: "No",
    notSaid: "Not said",
    apply: "Show for my patient",
    nothing: "Give an age or a number of prior lines, or say yes or no. Nothing was changed.",
  },
  medians: {
    noCohort: (classes, medians) =>
      `No ${classes.map((group) => longName[group]).join(" and no ")} cohort has such a median: they are ${classes.map((group) => span(medians[group])).join(" and ")}. Nothing was changed.`,
    use: (parameter, value) =>
      `My patient: ${parameter === "patient-age" ? ageOf(value) : linesOf(value)}`,
    allTheSame: "Filter by medians all the same",
  },
  told: ({ values, traits: said }) => {
    const { age = null, priorLines = null } = values ?? {};
    const withBcma = said["prior-bcma"];
    const highRisk = said["cytogenetic-risk"];
    const outside = said["extramedullary-disease"];
    const told = [
      age !== null && ageOf(age),
      priorLines !== null && linesOf(priorLines),
      withBcma !== undefined && `${withBcma ? "earlier" : "no earlier"} BCMA-directed therapy`,
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
  clear: "Clear my patient",
  waiting:
    "The numbers below do not take your patient into account yet: that is computed in this browser.",
  reported: {
    title: "What studies report for such patients",
    note: "Each study by itself, never pooled.",
    loading: "Loading what the studies report",
    by: {
      age: "By age",
      "prior-lines": "By prior lines",
      "prior-bcma": "By earlier BCMA-directed therapy",
      "cytogenetic-risk": "By cytogenetic risk",
      "extramedullary-disease": "By extramedullary disease",
    },
    none: "none in our sources",
    others: "Others:",
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
  cohorts: "Cohorts of this question",
  list: (list, { fit, [list]: { length } }) => {
    switch (list) {
      case "fits":
        return `Enrolled such patients: ${length === 0 ? "none known" : length}`;
      case "outside":
        return `Enrolled only others: ${length === 0 ? "none known" : `${length}, left out`}`;
      case "notReported":
        return `Our sources do not say: ${length === 0 ? "none" : `${length}, ${fit === "any" ? "kept" : "left out"}`}`;
    }
  },
  confirmed: "Count only cohorts known to have enrolled such patients",
  pool: {
    title: "The pool of these cohorts",
    whole:
      "Neither age nor prior lines were given, so no cohort is left out: the numbers below are those of the question.",
    counts: ({ fit, fits, outside, notReported }, changed, rows) => {
      const all = fits.length + outside.length + notReported.length;
      const left = outside.length + (fit === "any" ? 0 : notReported.length);
      if (left === 0) {
        return "No cohort is left out, so the numbers below are those of the whole answer.";
      }
      const count = `The numbers below count ${all - left} of ${counted(all, "cohort")}. `;
      if (changed === 0) return `${count}Every rate is printed as in the whole answer.`;
      return `${count}${changed} of ${counted(rows, "row")} ${changed === 1 ? "differs" : "differ"} from the whole answer, per 100:`;
    },
    nothing: "No cohort of this question is left, so nothing can be pooled.",
    change: (group, own, whole) =>
      `${shortName[group]} ${own ?? "no number"} instead of ${whole ?? "no number"}`,
    limits:
      "Averages over cohorts, not an estimate for one patient; certainty and cautions stand in each row.",
  },
};

/** Lowest and highest of some medians. */
function span(medians: readonly number[]): string {
  const [least, most] = [medians[0], medians.at(-1)];
  if (least === undefined || most === undefined) return "not reported";
  return least === most ? `${least}` : `${least} to ${most}`;
}
