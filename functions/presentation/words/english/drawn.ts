/** The words that the element draws itself, in English. */
import type { DrawnWords } from "../contract/screen.ts";
import { dateIn, englishNumbers } from "../numbers.ts";

export const drawn: DrawnWords = {
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
  scaleTo: (maximum) => `scale to ${maximum}`,
  certainty: { low: "low", "very-low": "very low", "not-rated": "not rated" },
  cautions: (count, lead) => {
    if (lead === undefined) return count === 1 ? "1 caution" : `${count} cautions`;
    return count === 1 ? lead : `${lead} +${count - 1}`;
  },
  certaintyIs: (level) => `certainty ${level}`,
  filters: "Filters",
  chip: {
    "prior-lines": "Prior lines",
    age: "Age",
    product: "Product",
    more: "More",
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
