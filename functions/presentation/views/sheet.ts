/**
 * The sheet of the question, as it is drawn: every choice in words, with the trials that it leaves and the
 * whole question that it leads to.
 */

import type { Choice, ChoiceName, Choices, MedianName } from "#core/choices/choices.ts";
import { filterSections } from "#core/choices/sections.ts";
import type { Section } from "#core/question/parameter.ts";
import { parameterOf } from "#core/question/parameter-values.ts";
import { parseRange } from "#core/question/range.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { counted } from "../words/counts.ts";
import { parametersOnSheets } from "../words/parameters.ts";
import { productName } from "../words/product-name.ts";
import { type StudyWord, studyWordOf } from "../words/study-word.ts";

/** Describes the two sheets: every filter, and a patient. */
export type SheetName = "question" | "patient";

export interface Sheets {
  readonly answerVersion: string;
  /** Holds the question. */
  readonly canonical: string;
  /** The filters that are used most, which are always visible. */
  readonly main: readonly ChoiceList[];
  /** Holds the other filters, folded. */
  readonly sections: readonly {
    readonly title: string;
    readonly note: string;
    readonly lists: readonly ChoiceList[];
  }[];
}

export interface ChoiceList {
  readonly name: ChoiceName;
  readonly title: string;
  readonly note: string;
  /** "Real-world cohorts", and whether it is another than the default. */
  readonly setting: string;
  readonly changed: boolean;
  readonly choices: readonly ChoiceLine[];
  /** Drugs that are labelled nowhere, which have a place of their own; none where the question leaves them out. */
  readonly unlabelled?: readonly ChoiceLine[];
  /** A range can be typed: what was said, `3-5`, and the question without one. */
  readonly range?: { readonly value: string; readonly any: string };
  /** Ordered medians of the cohorts that every other filter leaves, of each class that has cohorts then. */
  readonly medians?: Medians;
}

export type Medians = Readonly<Partial<Record<TherapyClass, readonly number[]>>>;

export interface ChoiceLine {
  readonly label: string;
  /** Holds the class of a product; absent for other choices. */
  readonly group?: TherapyClass;
  readonly query: string;
  readonly selected: boolean;
  /**
   * The trials that it leaves: "9 trials", "CAR-T only", "no trial". Absent where a choice changes no trials, so
   * that a list has a second line for each of its choices or for none.
   */
  readonly leaves?: string;
}

/** Holds headings of the folded filters. */
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

/** The filters that are always visible. */
const main: readonly ChoiceName[] = [
  "lines",
  "availability",
  "product",
  "age",
  "regimen",
  "target",
  "evidence",
];

/** Filters with no section of their own, and the section that they begin. */
const before: Partial<Record<Section, ChoiceName>> = {
  ready: "preset",
  patients: "prior-lines",
};

const isMedian = (name: ChoiceName): name is MedianName => name === "age" || name === "prior-lines";

export function sheetsOf(choices: Choices): Sheets {
  return {
    answerVersion: choices.answerVersion,
    canonical: choices.canonical,
    main: main.map((name) => listOf(name, choices)),
    sections: filterSections.flatMap(({ section, filters }) => {
      const { title, note = "" } = sections[section];
      const lists = [before[section] ?? [], filters]
        .flat()
        .filter((name) => choices.choices[name].length > 0 && !main.includes(name))
        .map((name) => listOf(name, choices, section !== "counted"));
      return lists.length === 0 ? [] : { title, note, lists };
    }),
  };
}

/** @param counts Whether a choice changes the trials. */
function listOf(
  name: ChoiceName,
  { choices, canonical, query, medians }: Choices,
  counts = true,
): ChoiceList {
  const { title, note = "" } = parametersOnSheets[name];
  const lines = choices[name].map((choice) => {
    // Each kind of evidence has its own noun.
    const noun = name === "evidence" ? nounOf(choice.value) : studyWordOf(query);
    return { isSold: choice.isSold !== false, line: lineOf(name, choice, counts && noun) };
  });
  const value = new URLSearchParams(canonical).get(name);
  const selected = lines.filter(({ line }) => line.selected).map(({ line }) => line.label);
  const any = choices[name].find(({ value }) => value === "any");
  const isRange = name !== "preset" && parameterOf(name).form === "range";
  return {
    name,
    title,
    note,
    setting: selected.join(", ") || (value === null ? "" : rangeLabel(name, value)),
    changed: value !== null,
    choices: lines.filter(({ isSold }) => isSold).map(({ line }) => line),
    ...(name === "product" && {
      unlabelled: lines.filter(({ isSold }) => !isSold).map(({ line }) => line),
    }),
    ...(isRange && any && { range: { value: value ?? "", any: any.query } }),
    ...(isMedian(name) && {
      medians: Object.fromEntries(
        therapyClasses
          .filter((group) => any && any.trials[group] > 0)
          .map((group) => [group, medians[name][group]]),
      ),
    }),
  };
}

function lineOf(
  name: ChoiceName,
  { value, label, therapyClass, query, selected, trials }: Choice,
  noun: StudyWord | false,
): ChoiceLine {
  return {
    label:
      label === undefined
        ? (parametersOnSheets[name].values?.[value] ?? rangeLabel(name, value))
        : name === "set"
          ? `As ${label}`
          : name === "product"
            ? productName(value)
            : label,
    ...(therapyClass && { group: therapyClass }),
    query,
    selected,
    ...(noun !== false && { leaves: leavesOf(trials, therapyClass, noun) }),
  };
}

const nounOf = (evidence: string): StudyWord => (evidence === "trial" ? "trial" : "study");

/** @param ofClass Of a drug: the other class stays complete. */
function leavesOf(
  trials: Choice["trials"],
  ofClass: TherapyClass | undefined,
  noun: StudyWord,
): string {
  const all = ofClass ? trials[ofClass] : trials["car-t"] + trials.bsab;
  const empty = therapyClasses.find((group) => trials[group] === 0);
  if (all === 0) return `no ${noun}`;
  // The label is short enough for a quarter of a phone.
  if (!ofClass && empty) return empty === "bsab" ? "CAR-T only" : "no CAR-T";
  return counted(all, noun);
}

/** Returns text such as `Up to 4`, `40 % and more`. */
function rangeLabel(name: ChoiceName, text: string): string {
  const { unit = "" } = parametersOnSheets[name];
  const range = parseRange(text);
  if (range === null) return text === "any" ? "Any" : text;
  const { min, max } = range;
  if (max === null) return `${min ?? 0}${unit} and more`;
  return min === null ? `Up to ${max}${unit}` : `${min} to ${max}${unit}`;
}
