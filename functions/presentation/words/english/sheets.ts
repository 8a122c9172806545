/** What the filter sheets say in English. Parameters and values have their names in the vocabulary. */

import type { ChoiceName } from "#core/choices/choices.ts";
import { shortName } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ParameterWords, SheetWords } from "../contract/sheets.ts";

const percent = " %";
const any = "Any";
const regions = {
  us: "United States",
  canada: "Canada",
  eu: "European Union",
  ch: "Switzerland",
  gb: "Great Britain",
  il: "Israel",
  cn: "China",
  hk: "Hong Kong",
  mo: "Macao",
  jp: "Japan",
} as const;

const parameters: Readonly<Record<ChoiceName, ParameterWords>> = {
  preset: { title: "Ready-made questions" },
  set: { title: "As another published meta-analysis" },
  setting: {
    title: "Setting of the trials",
    note: "How many lines of therapy a trial asked for.",
    values: {
      late: "Late: 3 or more lines, or triple-class exposed",
      early: "Earlier: 1 to 4 lines",
      any: "Both",
    },
  },
  "prior-lines": {
    title: "Median prior lines of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
  },
  age: {
    title: "Median age of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
  },
  product: {
    title: "Product",
    note: "A product restricts only its own class.",
    values: { all: "All products" },
  },
  evidence: {
    title: "Kind of evidence",
    values: { trial: "Clinical trials", "real-world": "Real-world cohorts", all: "Both" },
  },
  availability: {
    title: "Product approved in",
    values: { approved: "Any region", ...regions, any: "Also in development" },
  },
  phase: { title: "Phase", values: { any, "1": "1", "1-2": "1/2", "2": "2", "3": "3" } },
  region: {
    title: "Region of the study",
    values: { any, ...regions, asia: "Asia", multinational: "Several regions" },
  },
  year: { title: "Year of publication" },
  "min-n": { title: "Patients in the cohort" },
  "follow-up": { title: "Median follow-up", unit: " months" },
  doses: {
    title: "Doses",
    values: { recommended: "Without dose escalation", any: "Also dose escalation" },
  },
  sources: {
    title: "Sources",
    values: { reviewed: "Reviewed sources", any: "Also unreviewed sources" },
  },
  "prior-bcma": {
    title: "Earlier BCMA therapy",
    values: {
      "not-selected": "Not required for entry",
      selected: "Required for entry",
      any: "Both",
    },
  },
  "high-risk": { title: "High-risk cytogenetics", unit: percent },
  emd: { title: "Extramedullary disease", unit: percent },
  "iss-3": { title: "ISS stage III", unit: percent },
  "triple-refractory": { title: "Triple-class refractory", unit: percent },
  "therapy-class": {
    title: "Class",
    values: { both: "Both", "car-t": "CAR-T only", bsab: "Bispecifics only" },
  },
  target: {
    title: "Target",
    values: {
      bcma: "BCMA",
      gprc5d: "GPRC5D",
      fcrh5: "FcRH5",
      cd19: "CD19",
      cd38: "CD38",
      any,
    },
  },
  "dual-target": {
    title: "Targets at once",
    values: { yes: "Two", no: "One", any },
  },
  regimen: {
    title: "Combinations",
    values: { monotherapy: "Given alone", any: "Also in combination" },
  },
  "binding-domain": {
    title: "Binding domain",
    values: {
      any,
      camelid: "Camelid",
      human: "Human",
      humanized: "Humanized",
      murine: "Murine",
      other: "Other",
    },
  },
  costimulation: {
    title: "Costimulation",
    values: {
      any,
      "4-1bb": "4-1BB",
      cd28: "CD28",
      "cd28-4-1bb": "CD28 and 4-1BB",
      "cd28-ox40": "CD28 and OX40",
    },
  },
  vector: {
    title: "Vector",
    values: {
      any,
      lentiviral: "Lentiviral",
      retroviral: "Retroviral",
      transposon: "Transposon",
    },
  },
  expansion: {
    title: "Expansion of the cells",
    values: { any, "anti-cd3": "Anti-CD3", "anti-cd3-cd28": "Anti-CD3 and anti-CD28" },
  },
  lymphodepletion: {
    title: "Lymphodepletion",
    values: {
      any,
      "cy-flu": "Cyclophosphamide and fludarabine",
      cy: "Cyclophosphamide",
      mixed: "More than one kind",
      other: "Other",
    },
  },
  exclude: { title: "Cohorts left out by hand", note: "A tap brings a cohort back." },
  denominator: {
    title: "Counted over",
    values: {
      treated: "Patients treated",
      enrolled: "All randomised, or with cells collected",
    },
  },
  definition: {
    title: "Neurotoxicity",
    values: {
      strict: "ICANS as stated by the study",
      broad: "Other neurotoxicity stands in for ICANS",
    },
  },
  cut: {
    title: "Data cut",
    values: { primary: "Primary publication", latest: "Longest follow-up" },
  },
  overlap: {
    title: "Cohorts that share patients",
    values: { drop: "Count each patient once", keep: "Keep all cohorts" },
  },
  model: {
    title: "Model",
    note: "The interval and the spread of the other models can be set in the address.",
    values: {
      bayes: "Bayesian, binomial counts",
      glmm: "Mixed logistic model",
      reml: "Random effects, REML",
      pm: "Random effects, Paule–Mandel",
      dl: "Random effects, DerSimonian–Laird",
      fixed: "Fixed effect",
    },
  },
};

const noun: Readonly<Record<TherapyClass, string>> = { "car-t": "CAR-T", bsab: "bispecific" };

/** Headings under More. */
const sections: SheetWords["sections"] = {
  ready: { title: "Ready-made questions" },
  studies: { title: "Which studies" },
  patients: {
    title: "Which patients",
    note: "Shares are those of whole cohorts; a cohort that does not report one is left out when it is asked for.",
  },
  treatment: { title: "Which treatment" },
  construct: {
    title: "CAR-T construct",
    note: "Restricts only CAR-T; bispecifics stay whole.",
  },
  counted: {
    title: "How it is counted",
    note: "These choose no cohorts, but which of their figures count and how they are pooled.",
  },
  exclude: { title: "Left out by hand" },
};

export const enSheets: SheetWords = {
  parameters,
  asSet: (name) => `As ${name}`,
  sections,
  counting: "Counting the cohorts",
  range: {
    any,
    atLeast: (value, unit) => `${value}${unit} and more`,
    atMost: (value, unit) => `Up to ${value}${unit}`,
    between: (low, high, unit) => `${low} to ${high}${unit}`,
  },
  from: "from",
  upTo: "to",
  atLeast: "at least",
  ownRange: "Another range",
  ownNumber: "Another number",
  apply: "Apply",
  rangeError: "Give a lower and an upper number, the lower one first, or leave one end open.",
  numberError: "Enter a whole number of at most five digits.",
  leaves: (carT, bsab) => `${carT} CAR-T · ${bsab} BsAb`,
  leavesNone: "nothing left",
  leavesOne: (group) => `only ${shortName[group]}`,
  patient: {
    title: "My patient",
    note: "Leaves out cohorts that enrolled no such patients. Computed in this browser and sent nowhere.",
    before: { "patient-prior-lines": "My patient has had", "patient-age": "My patient is" },
    after: { "patient-prior-lines": "lines", "patient-age": "years old" },
    confirmed: "Only cohorts known to have enrolled such patients",
    error: (least, most) => `Enter a whole number from ${least} to ${most}.`,
    clear: "Clear my patient",
  },
  subgroups: {
    title: {
      age: "What the studies themselves report by age",
      "prior-lines": "What the studies themselves report by prior lines",
    },
    note: "Within single studies, never pooled.",
    loading: "Loading what the studies report",
    none: (group) => `No ${noun[group]} data found.`,
    counted: (events, n) => `${events} of ${n}`,
    percent: (value) => `${value} %`,
    median: (months) => `median ${months} months`,
    effect: (measure, value, interval, of, against) =>
      `${measure.replace("-", " ")} ${value}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}, ${of} against ${against}`,
    notPrinted: "no number printed",
    sourceAt: (text) => `Source: ${text}`,
  },
};
