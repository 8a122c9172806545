/**
 * Draws the sheet of the question: every choice in words, with the number of trials that it leaves and the whole
 * question that it leads to.
 */

import type { Choice, ChoiceName, Choices, MedianName } from "#core/choices/choices.ts";
import { filterSections } from "#core/choices/filter-options.ts";
import { lookUpParameter } from "#core/question/parameter-values.ts";
import type { Section } from "#core/question/parameters.ts";
import { parseRange } from "#core/question/range.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { chooseStudyWord, type StudyWord } from "../words/names.ts";
import { parametersOnSheets } from "../words/parameter-words.ts";
import { nameProduct } from "../words/product-name.ts";
import { formatCountWithNoun } from "../words/sentences.ts";

/** Names the two sheets: every filter, and a patient. */
export type SheetName = "question" | "patient";

export interface Sheets {
  readonly answerVersion: string;
  /** Holds the canonical text of the question. */
  readonly canonical: string;
  /** Lists the filters that are used most, which are always visible. */
  readonly main: readonly ChoiceList[];
  /** Lists the other filters, folded. */
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
  /** States the present choice, such as "Real-world cohorts"; `changed` is true if it differs from the default. */
  readonly setting: string;
  readonly changed: boolean;
  readonly choices: readonly ChoiceLine[];
  /** Lists drugs that are labelled nowhere, in their own place; absent if the question leaves them out. */
  readonly unlabelled?: readonly ChoiceLine[];
  /** Holds a range that can be typed: the present one, `3-5`, and the question without one. */
  readonly range?: { readonly value: string; readonly any: string };
  /**
   * Lists, in order, the medians of the cohorts that all other filters leave, for each class that still has cohorts.
   */
  readonly medians?: Medians;
}

export type Medians = Readonly<Partial<Record<TherapyClass, readonly number[]>>>;

export interface ChoiceLine {
  readonly label: string;
  /** States the class of a product; absent for other choices. */
  readonly group?: TherapyClass;
  readonly query: string;
  readonly selected: boolean;
  /**
   * States the trials that the choice leaves: "9 trials", "CAR-T only", "no trial". It is absent if a choice does not
   * change the trials, so that either every choice of a list has a second line or none has.
   */
  readonly leaves?: string;
}

/** Holds the headings of the folded filters. */
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

/** Lists the filters that are always visible. */
const main: readonly ChoiceName[] = [
  "lines",
  "availability",
  "product",
  "lanes",
  "age",
  "regimen",
  "target",
  "evidence",
];

/** Maps a section to the filter that stands before the filters of the section itself. */
const before: Partial<Record<Section, ChoiceName>> = {
  ready: "preset",
  patients: "prior-lines",
};

const isOfDrugs = (name: ChoiceName) => name === "product" || name === "lanes";

const isMedianFilter = (name: ChoiceName): name is MedianName =>
  name === "age" || name === "prior-lines";

/**
 * Returns the lists of choices for a question: the filters that are always visible, and sections of folded ones.
 * Folded filters without a choice are left out.
 */
export function makeQuestionSheet(choices: Choices): Sheets {
  return {
    answerVersion: choices.answerVersion,
    canonical: choices.canonical,
    main: main
      .filter((name) => choices.choices[name].length > 0)
      .map((name) => makeChoiceList(name, choices, name !== "lanes")),
    sections: filterSections.flatMap(({ section, filters }) => {
      const { title, note = "" } = sections[section];
      const lists = [before[section] ?? [], filters]
        .flat()
        .filter((name) => choices.choices[name].length > 0 && !main.includes(name))
        .map((name) => makeChoiceList(name, choices, section !== "counted"));
      return lists.length === 0 ? [] : { title, note, lists };
    }),
  };
}

/**
 * Returns the list of choices of a filter, with its title and what is chosen.
 *
 * @param counts True if a choice changes the trials; each choice then states how many it leaves.
 */
function makeChoiceList(
  name: ChoiceName,
  { choices, canonical, query, medians }: Choices,
  counts = true,
): ChoiceList {
  const { title, note = "" } = parametersOnSheets[name];
  const lines = choices[name].map((choice) => {
    // Each kind of evidence has its own noun.
    const noun =
      name === "evidence" ? chooseEvidenceStudyWord(choice.value) : chooseStudyWord(query);
    return { isSold: choice.isSold !== false, line: makeChoiceLine(name, choice, counts && noun) };
  });
  const value = new URLSearchParams(canonical).get(name);
  const selected = lines.filter(({ line }) => line.selected).map(({ line }) => line.label);
  const any = choices[name].find(({ value }) => value === "any");
  const isRange = name !== "preset" && lookUpParameter(name).form === "range";
  return {
    name,
    title,
    note,
    setting: selected.join(", ") || (value === null ? "" : describeChoiceRange(name, value)),
    changed: value !== null,
    choices: lines.filter(({ isSold }) => isSold).map(({ line }) => line),
    ...(isOfDrugs(name) && {
      unlabelled: lines.filter(({ isSold }) => !isSold).map(({ line }) => line),
    }),
    ...(isRange && any && { range: { value: value ?? "", any: any.query } }),
    ...(isMedianFilter(name) && {
      medians: Object.fromEntries(
        therapyClasses
          .filter((group) => any && any.trials[group] > 0)
          .map((group) => [group, medians[name][group]]),
      ),
    }),
  };
}

function makeChoiceLine(
  name: ChoiceName,
  { value, label, therapyClass, query, selected, trials }: Choice,
  noun: StudyWord | false,
): ChoiceLine {
  return {
    label:
      label === undefined
        ? (parametersOnSheets[name].values?.[value] ?? describeChoiceRange(name, value))
        : name === "set"
          ? `As ${label}`
          : isOfDrugs(name)
            ? nameProduct(value)
            : label,
    ...(therapyClass && { group: therapyClass }),
    query,
    selected,
    ...(noun !== false && { leaves: describeTrialsThatChoiceKeeps(trials, therapyClass, noun) }),
  };
}

const chooseEvidenceStudyWord = (evidence: string): StudyWord =>
  evidence === "trial" ? "trial" : "study";

/**
 * Returns text such as "9 trials"; "CAR-T only" or "no CAR-T" if one class has none, and "no trial" if none is left.
 *
 * @param ofClass The class of a drug, whose trials alone count, because the other class then stays complete.
 */
function describeTrialsThatChoiceKeeps(
  trials: Choice["trials"],
  ofClass: TherapyClass | undefined,
  noun: StudyWord,
): string {
  const all = ofClass ? trials[ofClass] : trials["car-t"] + trials.bsab;
  const empty = therapyClasses.find((group) => trials[group] === 0);
  if (all === 0) return `no ${noun}`;
  // The label has to fit into a quarter of a phone.
  if (!ofClass && empty) return empty === "bsab" ? "CAR-T only" : "no CAR-T";
  return formatCountWithNoun(all, noun);
}

/** Returns text such as `Up to 4`, `40 % and more`. */
function describeChoiceRange(name: ChoiceName, text: string): string {
  const { unit = "" } = parametersOnSheets[name];
  const range = parseRange(text);
  if (range === null) return text === "any" ? "Any" : text;
  const { min, max } = range;
  if (max === null) return `${min ?? 0}${unit} and more`;
  return min === null ? `Up to ${max}${unit}` : `${min} to ${max}${unit}`;
}
