/** Holds the words that the element draws itself, in English. */

/**
 * Defines "severe" for all harms: some trials count grades 3 and 4, others also deaths. Each row states what its
 * figures count.
 */
export const severe = "grade 3–4 or ≥ 3";

/** Outcomes that count all grades have this detail. A narrow row leaves it out: severe grades are always named. */
export const anyGrade = "any grade";

export const elementTexts = {
  title: "CAR-T or bispecific antibody",
  dataDate: (date: string) => `Data of ${date}`,
  of100: "of 100",
  /** Explains the lines of drugs side by side. */
  keyOfDrugs:
    "Bar: 95 % interval. Hollow: not pooled, or under 30 patients. Dashed: another outcome. Arrow: at least or below.",
  /** This caution stands above several randomised trials. */
  notAgainstEachOther:
    "Each against its own standard therapy, at its own months: not against each other.",
  /** This opens the names of drugs that the question leaves out; each asks the question that counts it. */
  addDrug: "Add one",
  tabs: {
    summary: "Overview",
    course: "Course",
    toxicity: "Harms",
    survival: "Survival",
    products: "Drugs",
  },
  /** Holds the titles and buttons of the sheets. */
  sheet: {
    question: "Change the question",
    patient: "My patient",
    close: "Close",
    reset: "Reset all filters",
  },
  states: {
    loading: "Comparing trials",
    slow: "Still working; previous numbers.",
    offline: "No connection: this cannot be loaded now.",
    onDevice: (date: string, version: string) =>
      `No connection to the service: computed on this device, with data of ${date} (version ${version}).`,
    failed: "This could not be loaded.",
    previous: "The numbers below are of the previous question.",
    release: "This page is from another release of the comparison. Reload it to see numbers.",
    /** Stands where a page fixes its script, so that reloading changes nothing. */
    fixed:
      "The script of this page is too old for the comparison. Ask the editor of this page for a new one.",
    drawing: "The answer could not be drawn here.",
    reload: "Reload the page",
    /** Leads to the comparison on a page of its own. */
    link: "The comparison on its own page",
    refused: "This question was not understood.",
    retry: "Try again",
  },
  footer: {
    audience: "For health-care professionals. Evidence, not advice.",
    version: (version: string) => `Version ${version}`,
  },
};

/** This text stands in a part of an opened row that has no number. */
export const noNumber = "No number here.";

export const compareProducts = "Compare drugs";
