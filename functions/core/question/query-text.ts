/** Canonical texts of a query: permalinks, cache keys and filter sheets derive from them. */
import type { ComputeSet } from "#data/compute-set.ts";
import {
  type FilterName,
  type ParameterName,
  parameterNames,
  propertyName,
} from "./parameter-names.ts";
import { defaultRegimen, type Parameter, parameters, unrestricted } from "./parameters.ts";
import type { Query } from "./query.ts";

type Sets = Pick<ComputeSet, "sets">;

/** What a named set says in place of the defaults; nothing for the current evidence. */
export function pinsOf(set: string, { sets }: Sets): Readonly<Record<string, string>> {
  return sets.find(({ id }) => id === set)?.pins ?? {};
}

export const filterNames = parameterNames.filter(
  (name): name is FilterName => parameters[name].widest !== null,
);

/** A filter at its widest, as a change to a query. */
export function widestOf(name: FilterName): Partial<Query> {
  return { [propertyName(name)]: parameters[name].widest?.value };
}

const defaults: Query = Object.assign(
  {},
  ...parameterNames.map((name) => ({ [propertyName(name)]: parameters[name].initial })),
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
  // The table's types pair each parameter with its property; an index by both at once loses that.
  const { text } = parameters[name] as Parameter<unknown>;
  return text(query[properties[name]]);
}

const defaultTexts = parameterTexts(defaults);
const widestTexts = parameterTexts(Object.assign({ ...defaults }, ...filterNames.map(widestOf)));

/** What a question has to say of one parameter; `null` where its default, or what the named set says, is meant. */
export function saidOf(name: ParameterName, query: Query, sets: Sets): string | null {
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
    const text = saidOf(name, query, sets);
    return text === null ? [] : [[name, text]];
  });
}

/** One text per question, so equal questions share permalink, cache key and bytes; empty for the default. Every value is URL-safe by its grammar. */
export function canonicalQuery(query: Query, sets: Sets): string {
  return questionText(changedParameters(query, sets));
}

/** Of what is said, in canonical order. */
export function questionText(said: readonly (readonly [ParameterName, string])[]): string {
  return said.map(([name, text]) => `${name}=${text}`).join("&");
}
