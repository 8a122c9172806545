/** Canonical texts of a query: permalinks, cache keys and filter sheets derive from them. */
import type { ComputeSet } from "#data/compute-set.ts";
import {
  type FilterName,
  type ParameterName,
  parameterNames,
  propertyName,
} from "./parameter-names.ts";
import { defaultRegimen, filterNames, initialOf, widestOf } from "./parameter-values.ts";
import { unrestricted } from "./parameters.ts";
import type { Query, Value } from "./query.ts";
import { formatRange } from "./range.ts";

type Sets = Pick<ComputeSet, "sets">;

/** What a named set says in place of the defaults; nothing for the current evidence. */
export function pinsOf(set: string, { sets }: Sets): Readonly<Record<string, string>> {
  return sets.find(({ id }) => id === set)?.pins ?? {};
}

/** A filter at its widest, as a change to a query. */
export function widened(name: FilterName): Partial<Query> {
  return { [propertyName(name)]: widestOf(name) };
}

const defaults: Query = Object.assign(
  {},
  ...parameterNames.map((name) => ({ [propertyName(name)]: initialOf(name) })),
);

/** The same outcomes with everything else at its default. */
export function withoutFilters({ outcome }: Pick<Query, "outcome">): Query {
  return { ...defaults, outcome };
}

/** The text of every parameter of a query, defaults included; `null` where there is nothing to say. */
export function parameterTexts(query: Query): Record<ParameterName, string | null> {
  const texts = parameterNames.map((name) => [name, textOf(name, query)] as const);
  return Object.fromEntries(texts) as Record<ParameterName, string | null>;
}

/** Worked out once: a text is made for every parameter of every question. */
const properties = Object.fromEntries(
  parameterNames.map((name) => [name, propertyName(name)]),
) as Record<ParameterName, keyof Query>;

function textOf(name: ParameterName, query: Query): string | null {
  const value: Value = query[properties[name]];
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if ("min" in value) return formatRange(value);
  return value.length > 0 ? value.join(",") : null;
}

const defaultTexts = parameterTexts(defaults);
const widestTexts = parameterTexts(Object.assign({ ...defaults }, ...filterNames.map(widened)));

/** What a question has to say of one parameter; `null` where its default, or what the named set says, is meant. */
export function changedText(name: ParameterName, query: Query, sets: Sets): string | null {
  const pins = pinsOf(query.set, sets);
  const text = textOf(name, query) ?? (name in pins ? unrestricted : null);
  return text === unsaidOf(name, query, pins) ? null : text;
}

function unsaidOf(name: ParameterName, query: Query, pins: ReturnType<typeof pinsOf>) {
  if (name === "regimen") return pins.regimen ?? defaultRegimen(query.setting);
  // To compare by what a filter holds back, the filter has to let it in.
  return pins[name] ?? (name === query.compare ? widestTexts[name] : defaultTexts[name]);
}

/** The parameters that differ from their defaults, or from what the named set says, in canonical order. */
export function changedParameters(query: Query, sets: Sets): [ParameterName, string][] {
  return parameterNames.flatMap((name) => {
    const text = changedText(name, query, sets);
    return text === null ? [] : [[name, text]];
  });
}

/** One text per question, so equal questions share permalink, cache key and bytes; empty for the default. Every value is URL-safe by its grammar. */
export function canonicalQuery(query: Query, sets: Sets): string {
  return joinedPairs(changedParameters(query, sets));
}

/** What is said, in canonical order, as one text. */
export function joinedPairs(said: readonly (readonly [ParameterName, string])[]): string {
  return said.map(([name, text]) => `${name}=${text}`).join("&");
}
