/**
 * The sheets of filters, as they are drawn: every choice in words, with the cohorts that it leaves and
 * the whole question that it leads to.
 */
import type { Choice, ChoiceName, Choices, MedianName } from "#core/choices/choices.ts";
import type { Section } from "#core/question/parameter.ts";
import { parseRange } from "#core/question/range.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SheetName, SheetWords } from "../words/catalogue.ts";

export interface Sheets {
  readonly answerVersion: string;
  /** The question, and the same without filters. */
  readonly canonical: string;
  readonly reset: string;
  /** Lists on a sheet of their own, by its name. */
  readonly lists: Readonly<Record<Exclude<SheetName, "patient" | "more">, readonly ChoiceList[]>>;
  /** Those of the sheet "More". */
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
  /** Ordered medians of the cohorts that every other filter leaves, by class. */
  readonly medians?: Choices["medians"][MedianName];
}

export interface ChoiceLine {
  readonly label: string;
  /** Of a product. */
  readonly group?: TherapyClass;
  readonly query: string;
  readonly selected: boolean;
  /** "12 CAR-T · 13 bispecific"; empty where a choice changes no cohorts. */
  readonly leaves: string;
  /** "only CAR-T", "nothing left"; else empty. */
  readonly warns: string;
}

/** A filter of the sheet "More", and whether a range can be typed. */
export interface ListedFilters {
  readonly section: Section;
  readonly filters: readonly { readonly name: ChoiceName; readonly isRange: boolean }[];
}

export function sheetsOf(
  choices: Choices,
  more: readonly ListedFilters[],
  words: SheetWords,
): Sheets {
  const list = (name: ChoiceName, { isRange = false, counts = true } = {}) =>
    listOf(name, choices, words, { isRange, counts });
  return {
    answerVersion: choices.answerVersion,
    canonical: choices.canonical,
    reset: choices.reset,
    lists: {
      availability: [list("availability")],
      "prior-lines": [list("setting"), medianList("prior-lines")],
      age: [medianList("age")],
      product: [list("product")],
    },
    sections: more.flatMap(({ section, filters }) => {
      const { title, note = "" } = words.sections[section];
      const names = section === "ready" ? [{ name: "preset" as const, isRange: false }] : [];
      const lists = [...names, ...filters]
        .filter(({ name }) => choices.choices[name].length > 0)
        .map(({ name, isRange }) => list(name, { isRange, counts: section !== "counted" }));
      return lists.length === 0 ? [] : { title, note, lists };
    }),
  };

  function medianList(name: MedianName): ChoiceList {
    return { ...list(name, { isRange: true }), medians: choices.medians[name] };
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
    leaves: counts ? words.leaves(carT, bsab) : "",
    warns: counts ? warning(carT, bsab, words) : "",
  };
}

function warning(carT: number, bsab: number, words: SheetWords): string {
  if (carT === 0 && bsab === 0) return words.leavesNone;
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
