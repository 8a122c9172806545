/**
 * The sheets of filters, as they are drawn: every choice in words, with the cohorts that it leaves and
 * the whole question that it leads to.
 */
import type { Choice, ChoiceName, Choices, MedianName } from "#core/choices/choices.ts";
import type { FilterSection } from "#core/choices/sections.ts";
import { parseRange } from "#core/question/range.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { SheetWords } from "../words/catalogue.ts";

export interface Sheets {
  readonly answerVersion: string;
  /** The question, and the same without filters. */
  readonly canonical: string;
  readonly reset: string;
  /** What is asked most: always in sight. */
  readonly main: readonly ChoiceList[];
  /** The other filters, folded. */
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
  /** A range can be typed: what was said, `3-5`, and the question without one. */
  readonly range?: { readonly said: string; readonly any: string };
  /** Ordered medians of the cohorts that every other filter leaves, of each class that has cohorts then. */
  readonly medians?: Medians;
}

export type Medians = Readonly<Partial<Record<TherapyClass, readonly number[]>>>;

export interface ChoiceLine {
  readonly label: string;
  /** Of a product. */
  readonly group?: TherapyClass;
  readonly query: string;
  readonly selected: boolean;
  /** "12 CAR-T · 13 bispecific"; empty where a choice changes no cohorts, or leaves none. */
  readonly leaves: string;
  /** "only CAR-T", "nothing left"; else empty. */
  readonly warns: string;
}

/** In sight after lines, place, drugs and age. */
const main = ["regimen", "target", "evidence"] as const;

interface Filter {
  readonly name: ChoiceName;
  readonly form: FilterSection["filters"][number]["form"];
}

/** Filters with no section of their own, and the section that they begin. */
const before: Partial<Record<FilterSection["section"], readonly Filter[]>> = {
  ready: [{ name: "preset", form: "choice" }],
  patients: [{ name: "prior-lines", form: "range" }],
};

const isMain = (name: ChoiceName) => main.some((one) => one === name);
const isMedian = (name: ChoiceName): name is MedianName => name === "age" || name === "prior-lines";

export function sheetsOf(
  choices: Choices,
  more: readonly FilterSection[],
  words: SheetWords,
): Sheets {
  const list = (name: ChoiceName, { isRange = false, counts = true } = {}) =>
    listOf(name, choices, words, { isRange, counts });
  return {
    answerVersion: choices.answerVersion,
    canonical: choices.canonical,
    reset: choices.reset,
    main: [
      list("lines"),
      list("availability"),
      list("product"),
      medianList("age"),
      ...main.map((name) => list(name)),
    ],
    sections: more.flatMap(({ section, filters }) => {
      const { title, note = "" } = words.sections[section];
      const first: readonly Filter[] = before[section] ?? [];
      const lists = [...first, ...filters]
        .filter(({ name }) => choices.choices[name].length > 0 && !isMain(name))
        .map(({ name, form }) =>
          isMedian(name)
            ? medianList(name)
            : list(name, { isRange: form === "range", counts: section !== "counted" }),
        );
      return lists.length === 0 ? [] : { title, note, lists };
    }),
  };

  function medianList(name: MedianName): ChoiceList {
    const any = choices.choices[name].find(({ value }) => value === "any");
    const medians = Object.fromEntries(
      therapyClasses
        .filter((group) => any !== undefined && any.cohorts[group] > 0)
        .map((group) => [group, choices.medians[name][group]]),
    );
    return { ...list(name, { isRange: true }), medians };
  }
}

function listOf(
  name: ChoiceName,
  { choices, canonical }: Choices,
  words: SheetWords,
  { isRange, counts }: { isRange: boolean; counts: boolean },
): ChoiceList {
  const { title, note = "" } = words.parameters[name];
  const lines = choices[name].map((choice) => lineOf(name, choice, counts, words));
  const said = new URLSearchParams(canonical).get(name);
  const selected = lines.filter((line) => line.selected).map(({ label }) => label);
  const any = choices[name].find(({ value }) => value === "any")?.query;
  return {
    name,
    title,
    note,
    setting: selected.join(", ") || (said === null ? "" : rangeLabel(name, said, words)),
    changed: said !== null,
    choices: lines,
    ...(isRange && any !== undefined && { range: { said: said ?? "", any } }),
  };
}

function lineOf(
  name: ChoiceName,
  { value, label, therapyClass, query, selected, cohorts }: Choice,
  counts: boolean,
  words: SheetWords,
): ChoiceLine {
  const { "car-t": carT, bsab } = cohorts;
  return {
    label:
      label === undefined
        ? (words.parameters[name].values?.[value] ?? rangeLabel(name, value, words))
        : name === "set"
          ? words.asSet(label)
          : label,
    ...(therapyClass && { group: therapyClass }),
    query,
    selected,
    leaves: counts && carT + bsab > 0 ? words.leaves(carT, bsab) : "",
    warns: counts ? warning(carT, bsab, words) : "",
  };
}

function warning(carT: number, bsab: number, words: SheetWords): string {
  if (carT + bsab === 0) return words.leavesNone;
  if (carT > 0 && bsab > 0) return "";
  return words.leavesOne(carT > 0 ? "car-t" : "bsab");
}

/** `Up to 4`, `40 % and more`. */
function rangeLabel(name: ChoiceName, text: string, words: SheetWords): string {
  const { unit = "" } = words.parameters[name];
  const range = parseRange(text);
  if (range === null) return text === "any" ? words.range.any : text;
  const { min, max } = range;
  if (max === null) return words.range.atLeast(min ?? 0, unit);
  return min === null ? words.range.atMost(max, unit) : words.range.between(min, max, unit);
}
