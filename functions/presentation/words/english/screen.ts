/** Every word the widget shows. One catalogue per language; English is complete. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { dateIn, englishNumbers } from "../numbers.ts";
import { counted } from "../rates.ts";

export type Noun = "trial" | "cohort";

const { plain } = englishNumbers;

export const en = {
  language: "en",
  direction: "ltr",
  /** Digits inside English words are English ones, wherever the page is read. */
  numbers: englishNumbers,
  /** Of the region the page is written for; without one, the day first. */
  date: dateIn("en-GB"),
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
  boldRule: "bold excludes 0",
  more: "more",
  fewer: "fewer",
  to: "to",
  same: "no difference",
  withCarT: "with CAR-T",
  /** Those of one class: the first few by name. */
  products: (names: readonly string[]) => {
    const [named, more] = [names.slice(0, 3).join(", "), names.length - 3];
    return more > 0 ? `${named} +${more}` : named;
  },
  evidence: (noun: Noun, k: number, n: number | null, product: string | null) =>
    `${counted(k, noun)}${n === null ? "" : ` · ${n}`}${product ? ` · ${product}` : ""}`,
  notReported: (classPlural: string, noun: Noun, count: number) =>
    `not reported for ${classPlural} in our sources (${counted(count, noun)})`,
  notPoolable: (classPlural: string, noun: Noun, count: number) =>
    `no figure for ${classPlural} that can be pooled (${counted(count, noun)})`,
  noneSelected: (adjective: string, noun: Noun) => `no ${adjective} ${noun} in this selection`,
  noManufacturing: "no manufacturing step",
  nothingReported: "not reported in our sources for either class",
  nothingToPool: "reported, but no figure can be pooled for either class",
  scaleTo: (maximum: number) => `scale to ${maximum}`,
  months: (carT: string, bsab: string) => `follow-up ${carT} and ${bsab} months`,
  followUpUnknown: "?",
  scope: {
    late: "≥ 3 lines",
    early: "1–4 lines",
    anySetting: "any line",
    monotherapy: "monotherapy",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world cohorts",
    all: "trials and real-world cohorts",
    approved: "approved",
    anyAvailability: "also in development",
    approvedIn: (region: string) => `approved in ${region}`,
    selected: "after BCMA therapy",
    asSet: (name: string) => `as ${name}: its cohorts, rules and model`,
    likeSet: (name: string) => `as ${name}, modified`,
  },
  certainty: { low: "low", "very-low": "very low", "not-rated": "not rated" },
  cautions: (count: number, lead: string | undefined) => {
    if (lead === undefined) return count === 1 ? "1 caution" : `${count} cautions`;
    return count === 1 ? lead : `${lead} +${count - 1}`;
  },
  certaintyIs: (level: string) => `certainty ${level}`,
  headline: {
    /** What one trial saw is not what is estimated from it. */
    opening: (noun: Noun, single: boolean, each: boolean) =>
      single ? `Estimated from one ${noun}${each ? " each" : ""}, ` : `In a typical ${noun} `,
    other: (noun: Noun, single: boolean) =>
      single ? `estimated from one ${noun} ` : `in a typical ${noun} `,
    patients: "patients",
    infusedPatients: "infused patients",
    responded: {
      carT: (product: string | null) => `responded to ${product ?? "CAR-T"}`,
      bispecific: (product: string | null) => `to ${product ?? "a bispecific"}`,
      bispecificAlone: (product: string | null) => `responded to ${product ?? "a bispecific"}`,
    },
    others: (phrase: string) => ({
      carT: (product: string | null) => `${phrase} with ${product ?? "CAR-T"}`,
      bispecific: (product: string | null) => `with ${product ?? "a bispecific"}`,
      bispecificAlone: (product: string | null) => `${phrase} with ${product ?? "a bispecific"}`,
    }),
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noBispecific: "no bispecific figure in this selection.",
    noCarT: "No CAR-T figure in this selection.",
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    notBoth: "No outcome here has a number for both classes.",
    noHarm: (noun: Noun, minimum: number) =>
      `Each harm: fewer than ${minimum} ${noun}s in a class.`,
    doubt: (noun: Noun, singleArm: boolean, certainty: string | null) => {
      const what = `${singleArm && noun === "trial" ? "single-arm " : ""}${noun}s`;
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
    more: (count: number) => (count > 0 ? `${count} set` : "filters"),
    patient: (value: number) => `patient ${value}`,
  },
  range: {
    atLeast: (value: number) => `≥ ${plain(value)}`,
    atMost: (value: number) => `≤ ${plain(value)}`,
    between: (low: number, high: number) => `${plain(low)}–${plain(high)}`,
  },
  sheet: {
    "prior-lines": { title: "Prior lines" },
    age: { title: "Age" },
    product: { title: "Product" },
    more: { title: "More filters" },
    close: "Close",
    reset: "Reset all filters",
  },
  detail: {
    open: "Show trials",
    close: "Hide trials",
    loading: "Loading the trials",
  },
  states: {
    loading: "Comparing trials",
    slow: "Still working: these are the previous numbers.",
    offline: "No connection. The numbers below are the last ones received.",
    offlineInside: "No connection: this cannot be loaded now.",
    offlineEmpty: "No connection, and nothing was received before.",
    onDevice: "No connection to the service: computed on this device.",
    error: "The comparison could not be loaded.",
    errorInside: "This could not be loaded.",
    previous: "The numbers below answer the previous question.",
    refused: "This question was not understood.",
    retry: "Try again",
    empty: "No trial answers this question.",
    emptyClass: (adjective: string) => `No ${adjective} cohort in this selection.`,
    relaxTo: (carT: number, bsab: number) => `${carT} CAR-T and ${bsab} bispecific cohorts`,
    ready: (carT: number, bsab: number) =>
      `Updated: ${carT} CAR-T and ${bsab} bispecific cohorts selected.`,
    ignored: (names: string) => `Not understood and ignored: ${names}.`,
  },
  footer: {
    audience: "For health-care professionals. Evidence, not advice.",
    notReviewed: "Not yet reviewed by a clinician.",
    version: (version: string) => `Version ${version}`,
    data: "All numbers and sources",
    permalink: "Link to this comparison",
    copyLink: "Copy link",
    copyTable: "Copy as table",
    copied: "Copied",
    copyByHand: "Copying is not allowed here: copy it by hand.",
  },
} as const;

export type Strings = typeof en;
