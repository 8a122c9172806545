/** The texts about each parameter on the screen, in the order of the URL. */
import type { ParameterWords } from "../parameter-words.ts";
import { regions } from "./regions.ts";

const percent = " %";
const any = "Any";
const inFull = { ...regions, us: "United States", eu: "European Union" };
const { us, eu, ch, cn, jp } = inFull;

export const parameters: ParameterWords = {
  set: {
    title: "As another published meta-analysis",
    relaxed: "Current evidence",
  },
  setting: {
    title: "Setting of the trials",
    note: "How many lines of therapy a trial asked for.",
    values: {
      late: "Late: 3 or more lines, or triple-class exposed",
      early: "Earlier: 1 to 4 lines",
      any: "Both",
    },
    relaxed: "Any setting",
  },
  "prior-lines": {
    title: "Median prior lines of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
    relaxed: "Any number of prior lines",
  },
  age: {
    title: "Median age of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
    relaxed: "Any age",
  },
  product: {
    title: "Product",
    note: "A product restricts only its own class.",
    values: { all: "All products" },
    relaxed: "All products",
  },
  availability: {
    title: "Approved in",
    note: "Only products that can be given there. Anywhere counts every approved product. Approvals in other regions were not collected.",
    values: { approved: "Anywhere", us, eu, ch, cn, jp, any: "Also in development" },
    relaxed: "Also products in development",
  },
  "therapy-class": {
    title: "Class",
    values: { both: "Both", "car-t": "CAR-T only", bsab: "Bispecifics only" },
    relaxed: "Both classes",
  },
  evidence: {
    title: "Kind of evidence",
    values: { trial: "Clinical trials", "real-world": "Real-world cohorts", all: "Both" },
    relaxed: "Also real-world cohorts",
  },
  regimen: {
    title: "Combinations",
    values: {
      monotherapy: "Given alone",
      combination: "Bispecific in combination",
      any: "Also in combination",
    },
    relaxed: "Also combinations",
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
    relaxed: "Any target",
  },
  "dual-target": {
    title: "Targets at once",
    values: { yes: "Two", no: "One", any },
    relaxed: "One or two targets",
  },
  "prior-bcma": {
    title: "Earlier BCMA therapy",
    values: {
      "not-selected": "Not required for entry",
      selected: "Required for entry",
      any: "Both",
    },
    relaxed: "With or without earlier BCMA therapy",
  },
  doses: {
    title: "Doses",
    values: {
      given: "Also dose escalation",
      recommended: "Without dose escalation",
      any: "Also doses not taken forward",
    },
    relaxed: "Also doses not taken forward",
  },
  phase: {
    title: "Phase",
    values: { any, "1": "1", "1-2": "1/2", "2": "2", "3": "3" },
    relaxed: "Any phase",
  },
  region: {
    title: "Region of the study",
    values: { any, ...inFull, asia: "Asia", multinational: "Several regions" },
    relaxed: "Any region",
  },
  year: {
    title: "Year of publication",
    relaxed: "Any year",
  },
  "min-n": {
    title: "Patients in the cohort",
    relaxed: "Cohorts of any size",
  },
  "follow-up": {
    title: "Median follow-up",
    unit: " months",
    relaxed: "Any follow-up",
  },
  "high-risk": {
    title: "High-risk cytogenetics",
    unit: percent,
    relaxed: "Any share of high-risk cytogenetics",
  },
  emd: {
    title: "Extramedullary disease",
    unit: percent,
    relaxed: "Any share of extramedullary disease",
  },
  "iss-3": {
    title: "ISS stage III",
    unit: percent,
    relaxed: "Any share of ISS III",
  },
  "triple-refractory": {
    title: "Triple-class refractory",
    unit: percent,
    relaxed: "Any share of triple-class refractory",
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
    relaxed: "Any binding domain",
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
    relaxed: "Any costimulation",
  },
  vector: {
    title: "Vector",
    values: {
      any,
      lentiviral: "Lentiviral",
      retroviral: "Retroviral",
      transposon: "Transposon",
    },
    relaxed: "Any vector",
  },
  expansion: {
    title: "Expansion of the cells",
    values: { any, "anti-cd3": "Anti-CD3", "anti-cd3-cd28": "Anti-CD3 and anti-CD28" },
    relaxed: "Any expansion",
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
    relaxed: "Any lymphodepletion",
  },
  exclude: {
    title: "Cohorts left out by hand",
    note: "A tap brings a cohort back.",
    relaxed: "Cohorts left out by hand again",
  },
  denominator: {
    title: "Counted over",
    values: {
      treated: "Patients treated",
      enrolled: "All randomised, or with cells collected",
      collected: "All with cells collected",
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
    values: {
      primary: "Primary publication",
      latest: "Longest follow-up",
      "primary-only": "Primary publication only",
    },
  },
  sources: {
    title: "Sources",
    values: {
      reviewed: "Reviewed sources",
      papers: "Papers and labels only",
      any: "Also unreviewed sources",
    },
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
