/** The words of the filter sheets; names of parameters and values are in `parameters.ts`. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { abbreviations } from "./abbreviations.ts";
import type { StudyWord } from "./arguments.ts";
import { counted } from "./counts.ts";
import { parameters as ofParameters, type ParameterOnSheet } from "./parameters.ts";
import { sheet } from "./sheet.ts";

const any = "Any";

const parameters: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...ofParameters,
  // As short as the buttons of one row, and without a note: these two are asked most.
  lines: {
    title: "Prior lines of the patient",
    values: { "1": "1", "2": "2", "3+": "3+", any: "Any" },
  },
  availability: {
    title: "Labelled in",
    values: { ...ofParameters.availability.values, us: "US", eu: "EU", any: "Any or none" },
  },
  product: { ...ofParameters.product, title: "Drugs", values: { all: "All drugs" } },
};

/** Headings on the sheet "More". */
const sections: Readonly<Record<Section, { readonly title: string; readonly note?: string }>> = {
  ready: { title: "Ready-made questions" },
  studies: { title: "Which studies" },
  patients: {
    title: "Which patients",
    note: "Shares are those of whole studies; a study that does not report one is left out when you choose one.",
  },
  treatment: { title: "Which treatment" },
  counted: {
    title: "How it is counted",
    note: "These choose no studies, but which of their figures count and how they are pooled.",
  },
  exclude: { title: "Left out by hand" },
};

export const sheets = {
  ...sheet,
  abbreviations,
  parameters,
  asSet: (name: string) => `As ${name}`,
  sections,
  range: {
    any,
    atLeast: (value: number, unit: string) => `${value}${unit} and more`,
    atMost: (value: number, unit: string) => `Up to ${value}${unit}`,
    between: (low: number, high: number, unit: string) => `${low} to ${high}${unit}`,
  },
  /** Under a choice: the trials that it leaves. */
  leaves: (noun: StudyWord, trials: number) =>
    trials === 0 ? `no ${noun}` : counted(trials, noun),
  /** The same where a class has none; short enough for a quarter of a phone. */
  leavesNone: (group: TherapyClass) => (group === "bsab" ? "CAR-T only" : "no CAR-T"),
};
