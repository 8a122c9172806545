/** The words of the first view in English. */
import type { ScreenWords } from "../contract/screen.ts";
import { dateIn, englishNumbers } from "../numbers.ts";
import { counted } from "./counted.ts";

const { plain } = englishNumbers;

export const en: ScreenWords = {
  language: "en",
  direction: "ltr",
  /** Numbers in English text have English formats, whatever the reader's system. */
  numbers: englishNumbers,
  /** Replaced if the page is for another region; by default the day comes first. */
  date: dateIn("en-GB"),
  title: "CAR-T or bispecific antibody",
  dataDate: (date) => `data ${date}`,
  className: { "car-t": "CAR-T", bsab: "Bispecific" },
  classShort: { "car-t": "CAR-T", bsab: "BsAb" },
  classPlural: { "car-t": "CAR-T", bsab: "bispecifics" },
  classAdjective: { "car-t": "CAR-T", bsab: "bispecific" },
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
  between: { pools: "", "one-trial": "one trial", trials: "between the two trials" },
  /** The products of one class. Only the first few are named. */
  products: (names) => {
    const [named, more] = [names.slice(0, 3).join(", "), names.length - 3];
    return more > 0 ? `${named} +${more}` : named;
  },
  evidence: (noun, k, n, product) =>
    `${counted(k, noun)}${n === null ? "" : ` · ${n}`}${product ? ` · ${product}` : ""}`,
  oneTrial: (noun, events, n, product) =>
    `${events} of ${n} in one ${noun}${product ? ` · ${product}` : ""}`,
  beside: (regimen, rate, evidence) =>
    `${regimen === "combination" ? "with other drugs" : "alone"} ${rate} · ${evidence}`,
  notRepresentative: (pools) =>
    `not compared: ${pools
      .map(
        ({ name, products, percent }) => `${products} only, ${percent} % of the ${name} patients`,
      )
      .join("; ")}`,
  notReported: (classPlural, noun, count) =>
    `not reported for ${classPlural} in our sources (${counted(count, noun)})`,
  notPoolable: (classPlural, noun, count) =>
    `no figure for ${classPlural} that can be pooled (${counted(count, noun)})`,
  noneSelected: (adjective, noun) => `no ${adjective} ${noun} in this selection`,
  noManufacturing: "no manufacturing step",
  nothingReported: "not reported in our sources for either class",
  nothingToPool: "reported, but no figure can be pooled for either class",
  scaleTo: (maximum) => `scale to ${maximum}`,
  months: (carT, bsab) => `follow-up ${carT} and ${bsab} months`,
  followUpUnknown: "?",
  scope: {
    late: "≥ 3 lines",
    early: "1–4 lines",
    anySetting: "any line",
    monotherapy: "monotherapy",
    combination: "bispecifics in combination",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world cohorts",
    all: "trials and real-world cohorts",
    approved: "approved",
    anyAvailability: "also in development",
    approvedIn: (region) => `approved in ${region}`,
    selected: "after BCMA therapy",
    asSet: (name) => `as ${name}: its cohorts, rules and model`,
    likeSet: (name) => `as ${name}, modified`,
  },
  certainty: { low: "low", "very-low": "very low", "not-rated": "not rated" },
  cautions: (count, lead) => {
    if (lead === undefined) return count === 1 ? "1 caution" : `${count} cautions`;
    return count === 1 ? lead : `${lead} +${count - 1}`;
  },
  certaintyIs: (level) => `certainty ${level}`,
  headline: {
    /** The result of a single trial is worded differently from an estimate from several. */
    opening: (noun, single, each) =>
      single ? `In one ${noun}${each ? " each" : ""} ` : `In a typical ${noun} `,
    other: (noun, single) => (single ? `in one ${noun} ` : `in a typical ${noun} `),
    patients: "patients",
    infusedPatients: "infused patients",
    responded: {
      carT: (product) => `responded to ${product ?? "CAR-T"}`,
      bispecific: (product) => `to ${product ?? "a bispecific"}`,
      bispecificAlone: (product) => `responded to ${product ?? "a bispecific"}`,
    },
    others: (phrase) => ({
      carT: (product) => `${phrase} with ${product ?? "CAR-T"}`,
      bispecific: (product) => `with ${product ?? "a bispecific"}`,
      bispecificAlone: (product) => `${phrase} with ${product ?? "a bispecific"}`,
    }),
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noBispecific: "no bispecific figure in this selection.",
    noCarT: "No CAR-T figure in this selection.",
    notRepresentative: "Response is reported for too small a part of a class to compare.",
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    notBoth: "No outcome here has a number for both classes.",
    noHarm: (noun, minimum) => `Each harm: fewer than ${minimum} ${noun}s in a class.`,
    doubt: (noun, singleArm, certainty) => {
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
    median: (range) => `median ${range}`,
    several: (count) => `${count} chosen`,
    more: (count) => (count > 0 ? `${count} set` : "filters"),
    patient: (value) => `patient ${value}`,
  },
  range: {
    atLeast: (value) => `≥ ${plain(value)}`,
    atMost: (value) => `≤ ${plain(value)}`,
    between: (low, high) => `${plain(low)}–${plain(high)}`,
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
    ready: (carT, bsab) => `Updated: ${carT} CAR-T and ${bsab} bispecific cohorts selected.`,
    ignored: (names) => `Not understood and ignored: ${names}.`,
  },
  footer: {
    audience: "For health-care professionals. Evidence, not advice.",
    notReviewed: "Not yet reviewed by a clinician.",
    version: (version) => `Version ${version}`,
    data: "All numbers and sources",
    permalink: "Link to this comparison",
    copyLink: "Copy link",
    copyTable: "Copy as table",
    copied: "Copied",
    copyByHand: "Copying is not allowed here: copy it by hand.",
  },
};
