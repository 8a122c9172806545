/**
 * The possible values of a parameter, before and after their cohorts are counted, and their labels.
 */
import type { Choice, ChoiceName, Choices } from "#core/choices/choices.ts";
import { parseRange } from "#core/question/range.ts";
import { offered } from "#data/generated/sheet-data.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { SheetWords } from "#presentation/words/catalogue.ts";

export interface Offered {
  /** The question as requested. */
  query: string;
  /** `null` until loaded. */
  choices: Choices | null;
  /** Whether the choices are still loading. */
  waiting: boolean;
  sheets: SheetWords;
  onChoose: (query: string) => void;
}

export interface Value {
  value: string;
  label: string;
  /** Of a product. */
  therapyClass: TherapyClass | undefined;
  /** `null` until its cohorts are counted. */
  choice: Choice | null;
}

export function valuesOf(name: ChoiceName, { choices, sheets }: Offered): Value[] {
  const value = (one: (typeof offered)[ChoiceName][number], choice: Choice | null): Value => ({
    value: one.value,
    label: labelOf(name, one, sheets),
    therapyClass: one.therapyClass,
    choice,
  });
  const known = choices?.choices[name];
  return known
    ? known.map((choice) => value(choice, choice))
    : offered[name].map((one) => value(one, null));
}

function labelOf(
  name: ChoiceName,
  { value, label }: { value: string; label?: string },
  sheets: SheetWords,
): string {
  if (label !== undefined) return name === "set" ? sheets.asSet(label) : label;
  return sheets.parameters[name].values?.[value] ?? rangeLabel(name, value, sheets);
}

/** `Up to 4`, `40 % and more`. */
function rangeLabel(
  name: ChoiceName,
  text: string,
  { range: words, parameters }: SheetWords,
): string {
  const { unit = "" } = parameters[name];
  const range = parseRange(text);
  if (range === null) return text === "any" ? words.any : text;
  const { min, max } = range;
  if (max === null) return words.atLeast(min ?? 0, unit);
  return min === null ? words.atMost(max, unit) : words.between(min, max, unit);
}

/** The value of a parameter in the question; `null` if it has its default. */
export function saidOf(name: ChoiceName, { choices, query }: Offered): string | null {
  return new URLSearchParams(choices?.canonical ?? query).get(name);
}

/**
 * The setting of a parameter in words: `Real-world cohorts`, `1/2, 3`, `3 to 5`. Empty until it is
 * known.
 */
export function settingOf(name: ChoiceName, given: Offered): string {
  if (given.choices === null) return "";
  const selected = valuesOf(name, given).filter(({ choice }) => choice?.selected);
  if (selected.length > 0) return selected.map(({ label }) => label).join(", ");
  const said = saidOf(name, given);
  return said === null ? "" : rangeLabel(name, said, given.sheets);
}
