/** The words of a report: all that is said of an answer. */
import { timing } from "../timing.ts";
import { cohorts, collected, patients, studies } from "./cohorts.ts";
import { certainty, contrast, missing, plain, pool } from "./outcome.ts";
import { leftOut, question } from "./question.ts";
import { className, joined } from "./shared.ts";
import { sideBySide } from "./side-by-side.ts";

/** By key of a section, which is its anchor on the page. */
const headings = {
  short: "In short",
  outcomes: "Outcome by outcome",
  holds: "Does it hold?",
  patients: "Who was in these trials",
  studies: "Cohorts that answer this question",
  "left-out": "Cohorts left out, and why",
  subgroups: "By property of patients",
  compared: "Studies that compared",
  references: "References",
  take: "Cite, print and download",
};

export const report = {
  title: "Report",
  description:
    "What separate cohorts of CAR-T cells and bispecific antibodies showed: every number, every cohort, every source.",
  contents: "On this page",
  headings,
  className,
  joined,
  question,
  short: {
    table:
      "Patients of 100, pooled for a typical cohort or counted in the only one, with 95 % intervals; events of patients by product where a class has no number of its own",
    columns: { outcome: "Outcome", difference: "Difference", certainty: "Certainty" },
    /** Of differences in bold. */
    sure: "Bold: the interval excludes 0, in every check, too.",
    /** What is to be borne in mind, outcome by outcome. */
    cautions: "What to keep in mind, outcome by outcome",
    /** What is to be borne in mind of every number. */
    limits: "For every number",
    nothing: "Nothing can be pooled for this question: there is no number to tell.",
  },
  outcome: {
    /** Of the picture, whose numbers are in the text beside it. */
    picture: (outcome: string) =>
      `Forest plot of ${outcome}. Its numbers are in the text that follows.`,
    /** Buttons that a script adds. */
    png: "Save as PNG",
    pngFailed: "Could not be saved: try again",
    alone: "Does it hold? All checks of this outcome",
  },
  /** The patients that a rate counts. The detail of an outcome may say that only some are counted. */
  patientsOf: (detail: string | null) =>
    /^of (patients who .*)$/.exec(detail ?? "")?.[1] ?? "patients",
  pool,
  missing,
  contrast,
  certainty,
  plain,
  collected,
  cohorts,
  timing,
  holds: {
    note: "The whole question again with one thing changed. Kept: the interval of the difference lies on the same side of 0, or holds it as before.",
    columns: {
      check: "Changed",
      verdict: "Finding",
      difference: "Difference of 100, 95 % interval",
    },
    verdict: { kept: "kept", lost: "lost" },
    /** Why there is no verdict. */
    unjudged: {
      "as-asked": "as asked",
      "nothing-to-check": "nothing to check",
      "no-contrast": "no contrast then",
      "same-figures": "the same figures",
      "same-check": "the same as a check above",
      "other-model": "this model has no prior",
      "model-failed": "no answer of this model",
    },
  },
  patients,
  studies,
  leftOut,
  references: {
    noRecord: "no DOI or PubMed record",
    /** Publications of the trials themselves, if a source only quotes them. */
    publications: (count: number) =>
      count === 1 ? "the trial’s own publication" : "the trials’ own publications",
    /** How well a source was reviewed, in the usual case. */
    usualTier: "paper, regulator or label",
    /** These two replace the number by which a locator names a source of its cohort. */
    thisSource: "this source",
    otherSource: "another source of this cohort",
  },
  sideBySide,
  take: {
    cite: "How to cite",
    citation: "for a citation manager (RIS)",
    files: {
      csv: "All numbers as a table (CSV)",
      json: "The answer as data (JSON)",
      brief: "The answer in sentences, for specialists",
      plain: "The answer in sentences, for generalists",
      qr: "QR code of this question (SVG)",
      short: "Two pages to print: in short",
      whole: "The whole report",
      error: "Report an error",
      compare: "Change the question: Compare",
      products: "Products side by side, each as counted",
    },
    versions: (dataDate: string, dataVersion: string, answerVersion: string) =>
      `Data of ${dataDate}, data version ${dataVersion}; answer version ${answerVersion}.`,
    address: "Address of this report:",
  },
};
