/** The words that the element draws itself, in English. */

import { className } from "./class-names.ts";

export const drawn = {
  title: "CAR-T or bispecific antibody",
  dataDate: (date: string) => `Data of ${date}`,
  className,
  of100: "of 100",
  /** Below the rows. */
  key: "Bar: 95 % interval of the estimate; ticks: trials. Hollow: not pooled for the class, or under 30 patients.",
  /** Before the outcomes of which no trial reports anything. */
  unreported: "Not reported:",
  tabs: {
    label: "Results",
    summary: "Overview",
    toxicity: "Harms",
    survival: "Survival",
    products: "By drug",
  },
  /** The bar with the question, its two buttons, and the titles of what they open. */
  filters: "Question",
  question: { patient: "Patient" },
  sheet: {
    question: "Change the question",
    patient: "My patient",
    close: "Close",
    reset: "Reset all filters",
    /** Back to the answer. @param trials "9 trials" */
    show: (trials: string) => `Show (${trials})`,
  },
  states: {
    loading: "Comparing trials",
    slow: "Still working; previous numbers.",
    offline: "No connection: this cannot be loaded now.",
    onDevice: "No connection to the service: computed on this device.",
    failed: "This could not be loaded.",
    previous: "The numbers below are of the previous question.",
    refused: "This question was not understood.",
    retry: "Try again",
    /** Read to screen readers when a new answer is there. */
    ready: (headline: string) => `Updated: ${headline}`,
  },
  footer: {
    audience: "For health-care professionals. Evidence, not advice.",
    version: (version: string) => `Version ${version}`,
    limits: "Limits",
    data: "Report",
    permalink: "Link",
    glossary: "Glossary",
    copying: "Copy",
  },
};
