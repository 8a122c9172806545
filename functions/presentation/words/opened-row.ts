/** The words that the element draws in an opened row; the sentences there come with the answer. */
import { asReported, counted } from "./counts.ts";

export const opened = {
  /** The choice of regions where a question names none; `both` is what it answers. */
  labels: { label: "Labelled in", both: "US or EU", us: "US", eu: "EU" },
  /** Read to screen readers after a new answer: the rows that are not as before. */
  changed: (names: readonly string[]) =>
    names.length === 0 ? "" : `Changed: ${names.join(", ")}.`,
  /** Buttons that copy, and what follows a press on one. */
  copy: {
    summary: "Copy text",
    table: "Copy table",
    link: "Copy link",
    /** Opens the device's own ways to send something. */
    share: "Share",
    copied: "Copied",
    /** Of what was copied or sent for a patient; a text says beside it whether the patient lies within the trials. */
    ofPatient: (question: string) =>
      `Its link holds the question only (${question}), nothing of the patient.`,
    byHand: "Copy it by hand.",
  },
  randomised: "Randomised, each against its own control",
  byDrug: "By drug",
  /** What is folded. */
  folds: {
    trials: (count: number) => counted(count, "trial"),
    others: "Published pools and comparisons",
    calculation: "How it is computed",
    sources: "Sources",
  },
  /** Of a part of the row. */
  none: "No number here.",
  moreNotes: (count: number) => `${counted(count, "more note")}`,
  trials: {
    /** The name of a tick box. */
    count: (trial: string) => `Count ${trial}`,
    note: "Untick to leave out.",
    leftOut: "left out",
  },
  checks: {
    /** Above the names. */
    minus: "CAR-T minus bispecific",
    /** For screen readers, after a name. */
    holds: ": holds,",
    lost: ": unclear,",
  },
  why: "What to keep in mind",
  notPooledWhy: "Not pooled, and why",
  asReported,
  medians: "Medians",
  intentionToTreat: {
    title: "Of all whose cells were collected",
    each: "Trial by trial",
  },
  compareProducts: "Compare products",
  method: "How it is computed",
  explore: "Explore by groups",
  others: {
    published: "Published pools",
    compared: "Randomised and matched comparisons",
    none: "None known here.",
    /** Leads to the report, which has all. */
    more: (studies: number) => `${counted(studies, "more study")}, in the report`,
  },
  timing: {
    heading: "How soon, how long",
  },
};
