/** The words of the filter sheets; names of parameters and values are in `parameters.ts`. */
import type { ChoiceName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ParameterOnSheet } from "../parameter-words.ts";
import { abbreviations } from "./abbreviations.ts";
import { parameters as ofParameters } from "./parameters.ts";
import { sheet } from "./sheet.ts";

const any = "Any";

const parameters: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...ofParameters,
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
  leaves: (carT: number, bsab: number) => `${carT} CAR-T · ${bsab} bispecific`,
  leavesNone: "nothing left",
  leavesOne: (group: TherapyClass) =>
    group === "car-t" ? "no bispecific trial" : "no CAR-T trial",
};
