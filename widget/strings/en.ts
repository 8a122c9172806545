/** Every word the widget shows. One catalogue per language; English is complete. */
import type { TherapyClass } from "../../data/vocabulary.ts";

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
  access: "Reaching treatment",
  benefitRule: "more is better",
  harm: "Harm",
  harmRule: "fewer is better",
  unit: "of 100 patients, 95 % interval",
  more: "more",
  fewer: "fewer",
  to: "to",
  same: "no difference",
  withCarT: "with CAR-T",
  evidence: (group: string, noun: Noun, k: number, n: number | null, product: string | null) =>
    `${group} ${plural(noun, k)}${n === null ? "" : ` · ${n}`}${product ? ` · ${product}` : ""}`,
  notReported: (classPlural: string, noun: Noun, count: number) =>
    `not reported for ${classPlural} in ${plural(noun, count)}`,
  notPoolable: (classPlural: string, noun: Noun, count: number) =>
    `no figure for ${classPlural} that can be pooled in ${plural(noun, count)}`,
  noneSelected: (adjective: string, noun: Noun) => `no ${adjective} ${noun} in this selection`,
  noManufacturing: "no manufacturing step",
  nothingToPool: "no figure that can be pooled for either class",
  scaleTo: (maximum: number) => `scale to ${maximum}`,
  months: (carT: string, bsab: string) => `follow-up ${carT} and ${bsab} months`,
  followUpUnknown: "?",
  scope: {
    late: "3 or more lines",
    early: "1 to 4 lines",
    anySetting: "any line",
    monotherapy: "monotherapy",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world cohorts",
    all: "trials and real-world cohorts",
    approved: "approved in any region",
    anyAvailability: "also in development",
    approvedIn: (region: string) => `approved in ${region}`,
    selected: "after BCMA therapy",
  },
  certainty: { low: "low", "very-low": "very low", "not-rated": "not rated" },
  cautions: (count: number, lead: string | undefined) => {
    if (lead === undefined) return count === 1 ? "1 caution" : `${count} cautions`;
    return count === 1 ? lead : `${lead} +${count - 1}`;
  },
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
    notBoth: "No outcome here has a number for both classes.",
    noHarm: "Too little evidence to compare harms.",
    doubt: (trialsOnly: boolean, singleArm: boolean, certainty: string | null) => {
      const what = trialsOnly ? `${singleArm ? "single-arm " : ""}trials` : "cohorts";
      return `Separate ${what}, different patients${certainty ? `: certainty ${certainty}` : ""}.`;
    },
    because: (certainty: string, reason: string) => `${certainty} (${reason})`,
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
      preset: "Ready-made questions",
      regimen: "Combinations",
      exclude: "Cohorts left out by hand",
      evidence: "Kind of evidence",
      availability: "Product approved in",
      "prior-bcma": "Earlier BCMA therapy",
      target: "Target",
      "therapy-class": "Class",
    },
    from: "from",
    upTo: "to",
    ownRange: "Another range",
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
    patients: (n: number) => `n ${n}`,
    rate: "of 100",
    weight: "Weight",
    pooled: "Typical trial",
    prediction: "A new trial may show",
    why: "What to keep in mind",
    notPooled: "Not pooled",
    followUp: (months: number) => `${months} months`,
    odds: (value: string, low: string, high: string) => `Odds ratio ${value} (${low} to ${high})`,
    hazard: (value: string, low: string, high: string) =>
      `Ratio of cumulative hazards ${value} (${low} to ${high})`,
    probability: (value: string) =>
      `probability of a higher rate with CAR-T ${value}, if the trials were comparable`,
    probabilityAlive: (value: string) =>
      `probability that more do well with CAR-T ${value}, if the trials were comparable`,
    silent: (labels: readonly string[]) => `Not reported: ${labels.join(", ")}`,
    medians: "Medians, not pooled",
    median: (months: number, low: number | null, high: number | null) =>
      `${months} months${low === null && high === null ? "" : ` (${low ?? "?"} to ${high ?? "not reached"})`}`,
    counted: (events: number, n: number) => `${events} of ${n}`,
    percent: (value: number) => `${value} %`,
    at: (months: number) => `at ${months} months`,
    sourceCount: (count: number) => `Sources (${count})`,
    tier: { 2: "company, congress or review", 3: "trade news", 4: "unreviewed" } as Readonly<
      Record<number, string>
    >,
    products: "By product",
    cohorts: (k: number) => plural("cohort", k),
    certaintyLine: (level: string) => `Certainty ${level}`,
    certaintyBasis: "by stated rules, not a GRADE panel",
    loading: "Loading the trials",
  },
  states: {
    loading: "Comparing trials",
    slow: "Still working. The numbers below are the previous ones.",
    offline: "No connection. The numbers below are the last ones received.",
    offlineInside: "No connection: this cannot be loaded now.",
    offlineEmpty: "No connection, and nothing was received before.",
    error: "The comparison could not be loaded.",
    errorInside: "This could not be loaded.",
    previous: "The numbers below answer the previous question.",
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
