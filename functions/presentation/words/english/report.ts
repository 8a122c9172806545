/** The words of the report in English. */
import type { Unjudged } from "#core/comparison/sensitivity/judge.ts";
import type { Verdict } from "#core/comparison/verdict.ts";
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { timing } from "./timing.ts";

const classNames = { "car-t": "CAR-T", bsab: "bispecifics" } as const;

export const report = {
  timing,
  title: "Report",
  description:
    "What separate cohorts of CAR-T cells and bispecific antibodies showed: every number, every cohort, every source.",
  contents: "On this page",
  headings: {
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
  },
  short: {
    table:
      "Patients of 100, pooled for a typical cohort or counted in the only one, with 95 % intervals; events of patients by product where a class has no number of its own",
    columns: { outcome: "Outcome", difference: "Difference", certainty: "Certainty" },
    sure: "Bold: the interval excludes 0, in every check, too.",
    cautions: "What to keep in mind, outcome by outcome",
    nothing: "Nothing can be pooled for this question.",
  },
  outcome: {
    /** Of the picture, whose numbers are in the text beside it. */
    picture: (outcome: string) =>
      `Forest plot of ${outcome}. Its numbers are in the text that follows.`,
    png: "Save as PNG",
    pngFailed: "Could not be saved: try again",
    cohorts: "Every cohort with its figure and source",
    alone: "Does it hold? All checks of this outcome",
  },
  holds: {
    note: "The whole question again with one thing changed. Kept: the interval of the difference lies on the same side of 0, or holds it as before.",
    columns: {
      check: "Changed",
      verdict: "Finding",
      difference: "Difference of 100, 95 % interval",
    },
    verdict: { kept: "kept", lost: "lost" } satisfies Record<Verdict, string>,
    /** Why there is no verdict. */
    unjudged: {
      "as-asked": "as asked",
      "nothing-to-check": "nothing to check",
      "no-contrast": "no contrast then",
      "same-figures": "the same figures",
      "same-check": "the same as a check above",
      "other-model": "this model has no prior",
      "model-failed": "no answer of this model",
    } satisfies Record<Unjudged, string>,
  },
  patients: {
    note: "Medians and shares as the sources print them. They describe cohorts, not one patient; the classes enrolled different patients.",
    cohort: "Cohort",
    columns: {
      n: "Patients",
      age: "Age, median",
      lines: "Prior lines, median",
      highRisk: "High-risk cytogenetics, %",
      extramedullary: "Extramedullary disease, %",
      tripleRefractory: "Triple-class refractory, %",
      priorBcma: "Earlier BCMA therapy",
      followUp: "Follow-up, months",
    },
    unknown: "not reported",
    priorBcma: { required: "all", some: "some", none: "none", unknown: "not reported" },
    /** Of a class: the lowest and the highest value, and of how many cohorts it is known. */
    spread: (low: string, high: string, known: number, of: number) =>
      `${low === high ? low : `${low} to ${high}`}${known < of ? `, known for ${known} of ${of}` : ""}`,
    all: (name: string, cohorts: number) =>
      `${name}, ${cohorts} ${cohorts === 1 ? "cohort" : "cohorts"}`,
  },
  studies: {
    note: "Not every cohort reports every outcome: the cohorts of a number stand with it above.",
    columns: {
      cohort: "Cohort",
      product: "Product",
      patients: "Patients",
      year: "Year",
      followUp: "Follow-up",
      bias: "Risk of bias, as rated by others",
      paper: "Publication",
    },
    sortedBy: "Sorted by:",
    sortings: { class: "class", patients: "patients", year: "year", "follow-up": "follow-up" },
    without: "without this one",
    leftOut: (cohort: string) => `Left out by hand: ${cohort}.`,
    putBack: "put it back",
    notRated: "no rating found",
    rating: ({
      tool,
      result,
      ofAllStudies,
    }: {
      readonly tool: string;
      readonly result: string;
      readonly ofAllStudies: boolean;
    }) => `${tool}${ofAllStudies ? ", of all studies of a review together" : ""}: ${result}`,
    paper: "paper or registration",
    months: (months: number) => `${months} months`,
    /** How many cohorts a clinician has reviewed as they are now, and whether the rules. */
    reviewed: (cohorts: number, of: number, rules: boolean) =>
      `Reviewed by a clinician as they are now: ${cohorts === 0 ? "none" : cohorts} of these ${of} cohorts${rules ? ", and the rules" : "; the rules are not"}.`,
    review: ({
      role,
      date,
      isCurrent,
    }: {
      readonly role: string;
      readonly date: string;
      readonly isCurrent: boolean;
    }) => `reviewed by a ${role}, ${date}${isCurrent ? "" : "; changed since"}`,
  },
  leftOut: {
    count: (cohorts: number, group: TherapyClass) =>
      `${cohorts} ${cohorts === 1 ? "cohort" : "cohorts"} of ${classNames[group]}`,
    columns: { cohort: "Cohort", reason: "Reason" },
    include: "without this filter",
  },
  /** Where other groups than the two classes stand side by side. */
  sideBySide: {
    title: {
      product: "Products side by side",
      target: "Targets side by side",
      "dual-target": "One target and two, side by side",
      evidence: "Trials and real-world cohorts, side by side",
      setting: "Settings side by side",
      "binding-domain": "Binding domains side by side",
      costimulation: "Costimulatory domains side by side",
      vector: "Vectors side by side",
      expansion: "Expansion of the cells, side by side",
      lymphodepletion: "Lymphodepletion side by side",
      "prior-lines": "Fewer and more prior lines, side by side",
      age: "Younger and older cohorts, side by side",
      "high-risk": "Less and more high-risk cytogenetics, side by side",
    } satisfies Record<DimensionName | ThresholdName, string>,
    description: "Groups of cohorts, each by itself, with every number and its cohorts.",
    confounded:
      "Each group stands by itself: a product as its trials counted it, others pooled. The groups were other patients in other trials: do not rank them by these numbers.",
    columns: { group: "Group", rate: "Rate" },
    caption:
      "Patients of 100, counted of one product or pooled for a typical cohort, with 95 % intervals",
    /** Groups that no cohort reports the outcome for, or not in a form that can be pooled. */
    none: (groups: readonly string[]) => `No number: ${groups.join(", ")}.`,
    remarks: "What to bear in mind",
    cohorts: "Cohorts of each group",
    inNoGroup: "Cohorts in no group",
    facts: (product: string) => `Approval, doses and warnings of ${product}`,
    take: {
      csv: "All numbers as a table (CSV)",
      json: "The answer as data (JSON), with differences between the groups",
      classes: "The two classes instead",
    },
  },
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
      `Data of ${dataDate}, version ${dataVersion}; answer version ${answerVersion}.`,
    address: "Address of this report:",
  },
};
