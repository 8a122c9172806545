/** Every word of the filter sheets, loaded with them. Parameters and values have their names in the vocabulary. */

import type { ChoiceName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SheetWords } from "../parameters.ts";
import { parameters as ofParameters } from "./parameters.ts";

const any = "Any";

const parameters: Readonly<Record<ChoiceName, SheetWords>> = {
  preset: { title: "Ready-made questions" },
  ...ofParameters,
};

const noun: Readonly<Record<TherapyClass, string>> = { "car-t": "CAR-T", bsab: "bispecific" };

/** Headings under More. */
const sections: Readonly<Record<Section, { title: string; note?: string }>> = {
  ready: { title: "Ready-made questions" },
  studies: { title: "Which studies" },
  patients: {
    title: "Which patients",
    note: "Shares are those of whole cohorts; a cohort that does not report one is left out when it is asked for.",
  },
  treatment: { title: "Which treatment" },
  construct: {
    title: "CAR-T construct",
    note: "Restricts only CAR-T; bispecifics stay whole.",
  },
  counted: {
    title: "How it is counted",
    note: "These choose no cohorts, but which of their figures count and how they are pooled.",
  },
  exclude: { title: "Left out by hand" },
};

export const enSheets = {
  parameters,
  asSet: (name: string) => `As ${name}`,
  sections,
  counting: "Counting the cohorts",
  range: {
    any,
    atLeast: (value: number, unit: string) => `${value}${unit} and more`,
    atMost: (value: number, unit: string) => `Up to ${value}${unit}`,
    between: (low: number, high: number, unit: string) => `${low} to ${high}${unit}`,
  },
  from: "from",
  upTo: "to",
  atLeast: "at least",
  ownRange: "Another range",
  ownNumber: "Another number",
  apply: "Apply",
  rangeError: "Give a lower and an upper number, the lower one first, or leave one end open.",
  numberError: "Enter a whole number of at most five digits.",
  leaves: (carT: number, bsab: number) => `${carT} CAR-T · ${bsab} BsAb`,
  leavesNone: "nothing left",
  leavesOne: (group: string) => `only ${group}`,
  patient: {
    title: "My patient",
    note: "Leaves out cohorts that enrolled no such patients. Computed in this browser and sent nowhere.",
    before: { "patient-prior-lines": "My patient has had", "patient-age": "My patient is" },
    after: { "patient-prior-lines": "lines", "patient-age": "years old" },
    confirmed: "Only cohorts known to have enrolled such patients",
    error: (least: number, most: number) => `Enter a whole number from ${least} to ${most}.`,
    clear: "Clear my patient",
  },
  subgroups: {
    title: {
      age: "What the studies themselves report by age",
      "prior-lines": "What the studies themselves report by prior lines",
    },
    note: "Within single studies, never pooled.",
    loading: "Loading what the studies report",
    none: (group: TherapyClass) => `No ${noun[group]} data found.`,
    counted: (events: number, n: number) => `${events} of ${n}`,
    percent: (value: number) => `${value} %`,
    median: (months: number) => `median ${months} months`,
    effect: (
      measure: string,
      value: number,
      interval: readonly [number, number] | null,
      of: string,
      against: string,
    ) =>
      `${measure.replace("-", " ")} ${value}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}, ${of} against ${against}`,
    notPrinted: "no number printed",
    sourceAt: (text: string) => `Source: ${text}`,
  },
} as const;

export type SheetStrings = typeof enSheets;
