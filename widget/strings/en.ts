/** Every word the widget shows. One catalogue per language; English is complete. */
import type { TherapyClass } from "../../data/schema.ts";

type Noun = "trial" | "cohort";

const plural = (noun: Noun, count: number) => `${count} ${noun}${count === 1 ? "" : "s"}`;

export const en = {
  title: "CAR-T or bispecific antibody",
  dataDate: (date: string) => `data ${date}`,
  className: { "car-t": "CAR-T", bsab: "Bispecific" } satisfies Record<TherapyClass, string>,
  classShort: { "car-t": "CAR-T", bsab: "BsAb" } satisfies Record<TherapyClass, string>,
  classPlural: { "car-t": "CAR-T", bsab: "bispecifics" } satisfies Record<TherapyClass, string>,
  classAdjective: { "car-t": "CAR-T", bsab: "bispecific" } satisfies Record<TherapyClass, string>,
  of100: "of 100",
  benefit: "Benefit",
  benefitRule: "more is better",
  harm: "Harm",
  harmRule: "fewer is better",
  unit: "of 100 patients, 95 % interval",
  more: "more",
  fewer: "fewer",
  to: "to",
  same: "no difference",
  withCarT: "with CAR-T",
  evidence: (group: string, noun: Noun, k: number, n: number | null) =>
    `${group} ${plural(noun, k)}${n === null ? "" : ` · ${n}`}`,
  notReported: (classPlural: string, noun: Noun, count: number) =>
    `not reported for ${classPlural} in ${plural(noun, count)}`,
  notPoolable: (classPlural: string, noun: Noun, count: number) =>
    `no figure for ${classPlural} that can be pooled in ${plural(noun, count)}`,
  noneSelected: (adjective: string, noun: Noun) => `no ${adjective} ${noun} in this selection`,
  noManufacturing: "no manufacturing step",
  nothingToPool: "no figure that can be pooled for either class",
  scaleTo: (maximum: number) => `scale to ${maximum}`,
  months: (carT: string, bsab: string) => `${carT} against ${bsab} months`,
  followUpUnknown: "?",
  certainty: { low: "low", "very-low": "very low", "not-rated": "not rated" },
  cautions: (count: number) => (count === 1 ? "1 caution" : `${count} cautions`),
  certaintyIs: (level: string) => `certainty ${level}`,
  headline: {
    typical: "In a typical trial",
    typicalCohort: "In a typical cohort",
    patients: "patients",
    infusedPatients: "infused patients",
    responded: {
      carT: "responded to CAR-T",
      bispecific: "to a bispecific",
      bispecificAlone: "responded to a bispecific",
    },
    others: (phrase: string) => ({
      carT: `${phrase} with CAR-T`,
      bispecific: "with a bispecific",
      bispecificAlone: `${phrase} with a bispecific`,
    }),
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noBispecific: "no bispecific figure in this selection.",
    noCarT: "No CAR-T figure in this selection.",
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    doubt: (trialsOnly: boolean, singleArm: boolean, certainty: string | null) => {
      const what = trialsOnly ? `${singleArm ? "single-arm " : ""}trials` : "cohorts";
      return `Separate ${what}, different patients${certainty ? `: certainty ${certainty}` : ""}.`;
    },
  },
  filters: "Filters",
  chip: {
    "prior-lines": "Prior lines",
    age: "Age",
    product: "Product",
    more: "More",
  },
  chipValue: {
    any: "any",
    all: "all",
    late: "≥ 3",
    early: "1–4",
    median: (range: string) => `median ${range}`,
    several: (count: number) => `${count} chosen`,
  },
  range: {
    atLeast: (value: number) => `≥ ${value}`,
    atMost: (value: number) => `≤ ${value}`,
    between: (low: number, high: number) => `${low}–${high}`,
  },
  sheet: {
    "prior-lines": {
      title: "Prior lines",
      setting: "Setting of the trials",
      range: "Median prior lines of the trials",
      rangeNote: "The median of each trial's patients, not the patient in front of you.",
    },
    age: {
      title: "Age",
      range: "Median age of the trials",
      rangeNote: "The median of each trial's patients, not the patient in front of you.",
    },
    product: { title: "Product", note: "A product restricts only its own class." },
    more: {
      title: "More filters",
      evidence: "Kind of evidence",
      availability: "Product approved in",
      "prior-bcma": "Earlier BCMA therapy",
      target: "Target",
      "therapy-class": "Class",
    },
    from: "from",
    upTo: "to",
    apply: "Apply",
    close: "Close",
    reset: "Reset all filters",
    leaves: (carT: number, bsab: number) => `${carT} CAR-T · ${bsab} BsAb`,
    leavesNone: "nothing left",
    leavesOne: (group: string) => `only ${group}`,
    rangeError: "Give a lower and an upper number, the lower one first, or leave one end open.",
  },
  detail: {
    open: "Show trials",
    close: "Hide trials",
    study: "Study",
    count: "Events",
    rate: "of 100",
    weight: "Weight",
    pooled: "Typical trial",
    prediction: "A new trial may show",
    products: "By product",
    why: "What to keep in mind",
    notPooled: "Not pooled",
    followUp: (months: number) => `${months} months`,
    odds: (value: string, low: string, high: string) => `Odds ratio ${value} (${low} to ${high})`,
    hazard: (value: string, low: string, high: string) =>
      `Ratio of cumulative hazards ${value} (${low} to ${high})`,
    probability: (value: string) => `probability of more events with CAR-T ${value}`,
    certaintyLine: (level: string) => `Certainty ${level}`,
    certaintyBasis: "by stated rules, not a GRADE panel",
    sources: "Sources",
    unreviewed: "unreviewed source",
    loading: "Loading the trials",
  },
  states: {
    loading: "Comparing trials",
    slow: "Still working. The numbers below are the previous ones.",
    offline: "No connection. The numbers below are the last ones received.",
    offlineEmpty: "No connection, and nothing was received before.",
    error: "The comparison could not be loaded.",
    refused: "This question was not understood.",
    retry: "Try again",
    empty: "No trial answers this question.",
    emptyClass: (adjective: string) => `No ${adjective} cohort in this selection.`,
    relaxTo: (what: string, carT: number, bsab: number) =>
      `${what}: ${carT} CAR-T and ${bsab} bispecific cohorts`,
    ready: (carT: number, bsab: number) =>
      `Updated: ${carT} CAR-T and ${bsab} bispecific cohorts selected.`,
    ignored: (names: string) => `Not understood and ignored: ${names}.`,
  },
  /** What relaxing a filter asks for instead. */
  relaxed: {
    setting: "Any setting",
    "prior-lines": "Any number of prior lines",
    age: "Any age",
    product: "All products",
    availability: "Also products in development",
    "therapy-class": "Both classes",
    evidence: "Also real-world cohorts",
    regimen: "Also combinations",
    target: "Any target",
    "prior-bcma": "With or without earlier BCMA therapy",
    exclude: "Cohorts left out by hand again",
    all: "All filters reset",
  } as Readonly<Record<string, string>>,
  footer: {
    audience: "For health-care professionals. Evidence, not advice.",
    notReviewed: "Not yet reviewed by a clinician.",
    version: (version: string) => `Version ${version}`,
    data: "All numbers and sources",
  },
} as const;

export type Strings = typeof en;
