import { counted, joined } from "../counts.ts";
import { randomised } from "../randomised.ts";
import { timing } from "../timing.ts";
import { cohorts, collected, patients, studies } from "./cohorts.ts";
import { pool } from "./outcome.ts";
import { leftOut, question } from "./question.ts";
import { sideBySide } from "./side-by-side.ts";

/** By key of a section, which is its anchor on the page. */
const headings = {
  holds: "How sure",
  outcomes: "Outcome by outcome",
  survival: "Survival, as reported",
  studies: "Who was in these trials",
  "left-out": "Studies left out",
  compared: "Randomised, matched and in sequence",
  method: "Methods and limits",
  references: "References",
  take: "How to cite",
};

/** Of the products of a number, in one line of a table. */
const mostNamed = 6;

export const report = {
  title: "Report",
  description:
    "What separate studies of CAR-T cells and bispecific antibodies showed: every number, every study, every source.",
  contents: "On this page",
  lengths: { lead: "Length:", short: "two pages", whole: "full" },
  headings,
  joined,
  question,
  short: {
    randomised: { heading: "Randomised trials", apart: randomised.apart },
    table:
      "Patients of 100, pooled for a typical study or counted in the only one, with 95 % intervals; by product as counted",
    /** Of many outcomes, without the counts of products. */
    brief: "Patients of 100, pooled or counted, with 95 % intervals; counts and sources below",
    columns: { outcome: "Outcome", difference: "Difference" },
    /** What sets the patients of the classes apart. */
    apart: "What sets the patients apart",
    /** What is to be borne in mind of several outcomes, by code, where its own words hold of one only. */
    footnotes: {
      "other-trials": "Rests on other trials than the row above: do not read the two together.",
      grading: "Not all studies defined or graded this in the same way.",
      "cuts-and-overlap":
        "Rests on other data cuts than the row that it is a part of, or leaves out trials that share patients.",
    },
    /** Those that weigh most; the others stand with the methods. */
    limits: "Limits",
    /** The date of the data, under the verdict. */
    dated: (date: string) => `Data of ${date}.`,
    oneClass: "Counted in one class only",
    /** The products of a number, the largest first. */
    holds: (products: readonly string[]) =>
      products.length > mostNamed
        ? `${products.slice(0, mostNamed).join(", ")} and ${products.length - mostNamed} more`
        : products.join(", "),
    months: "Month by month, of each trial: ",
    nothing: "Nothing can be pooled for this question: there is no number to tell.",
  },
  outcome: {
    /** Of the pictures. */
    legend:
      "Patients of 100. Each line is a study with its product, rate, 95 % interval and patients; a larger square weighs more. Diamond: the class; dashes: where a new study may lie; arrow: it goes on.",
    /** Unfolds them on a phone. */
    seen: "Forest plot, products, checks and sources",
    /** What the model makes of several trials of one product. */
    modelled: (rate: string, range: string) => `${rate} of 100, ${range}`,
    /** Of a part of an outcome, which says how many had at least the outcome. */
    atLeast: (count: string, rate: string) => `${count}: at least ${rate} of 100`,
    products: "Products",
    checks: "Checks",
    svg: "Picture (SVG)",
    /** Buttons that a script adds. */
    png: "Save as PNG",
    pngFailed: "Could not be saved: try again",
  },
  pool,
  notes: "What to keep in mind",
  collected,
  cohorts,
  survival: {
    /** Unfolds them. */
    each: "Medians and months as reported, never pooled",
    randomised: "Randomised, against the comparator named, not against the other class",
    medians: {
      pfs: "Progression-free survival",
      os: "Overall survival",
      dor: "Duration of response",
    },
    columns: ["Trial", "Median months", "95 % interval", "Patients (follow-up)"],
    /** Of the months. */
    months: (family: string) => `${family}, of 100 patients by month`,
    trial: "Trial",
    interval: (low: number | null, high: string) => `${low ?? "not given"} to ${high}`,
    notGiven: "not given",
    patients: (n: number | null, followUp: number | null) =>
      [n, followUp && `(${followUp} months)`].filter(Boolean).join(" ") || "–",
  },
  timing,
  sure: {
    note: "Each check asks a difference again with one thing changed. It holds if its interval stays clear of 0 on the same side.",
    columns: ["Check", "Difference of 100, 95 % interval"] as const,
  },
  /** Unfolds results of single studies. */
  subgroups: "Results by property of patients, as single trials report them",
  compared: {
    groups: {
      randomised: "Randomised",
      matched: "CAR-T and bispecifics, matched or adjusted",
      sequence: "One after the other",
    },
    others: "Within one class, and against other treatment",
  },
  lateNeurotoxicity: {
    heading: "Late neurotoxicity",
    note: "Of every study of these products, at any line, in trials and in practice; each as counted, never pooled.",
    onset: "When it began is not reported in our sources.",
    /** Unfolds them. */
    each: "Counts, each with its source",
    study: (label: string, product: string, isTrial: boolean, count: string) =>
      `${product}, ${label}${isTrial ? "" : " (practice)"}: ${count}`,
  },
  patients,
  studies,
  leftOut,
  references: {
    count: (count: number) => counted(count, "source"),
    noRecord: "no DOI or PubMed record",
    /** Publications of the trials themselves, if a source only quotes them. */
    publications: (count: number) =>
      count === 1 ? "the trial’s own publication" : "the trials’ own publications",
    /** How well a source was reviewed, in the usual case. */
    usualTier: "paper, regulator or label",
  },
  sideBySide,
  take: {
    citation: "for a citation manager (RIS)",
    /** In this order. */
    files: {
      compare: "Change the question: Compare",
      products: "Products side by side, each as counted",
      explore: "Explore one outcome: groups, meta-regression, published",
      csv: "All numbers as a table (CSV)",
      json: "The answer as data (JSON)",
      r: "Fit again (R script)",
      error: "Report an error",
    },
    /** The version of an answer begins with that of its data. */
    version: (dataDate: string, answerVersion: string) =>
      `Data of ${dataDate}, version ${answerVersion}.`,
  },
};
