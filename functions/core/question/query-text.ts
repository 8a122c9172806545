/** Makes the canonical text of a query, on which permalinks, cache keys and filter sheets are based. */
import type { ComputeSet } from "#data/compute-set.ts";
import { deriveFollowing, isFollowing } from "./following.ts";
import { hasInterval } from "./intervals.ts";
import { joinPairs } from "./pairs.ts";
import {
  type FieldName,
  type FilterName,
  makePropertyName,
  type ParameterName,
  parameterNames,
} from "./parameter-names.ts";
import {
  defaultQuery,
  fieldNames,
  filterNames,
  isParameter,
  readWidest,
} from "./parameter-values.ts";
import { unrestricted } from "./parameters.ts";
import type { Query, Value } from "./query.ts";
import { formatRange } from "./range.ts";

type Sets = Pick<ComputeSet, "sets">;
type Pins = Readonly<Record<string, string>>;

/** Returns the fields that a named set fixes in place of the defaults; empty without a set. */
export function readPins(set: string, { sets }: Sets): Pins {
  const publishedSet = sets.find(({ id }) => id === set);
  // No published set restricts the lines of a patient.
  return publishedSet ? { lines: unrestricted, ...publishedSet.pins } : {};
}

export function widenFilter(name: FilterName): Partial<Query> {
  const widest = { [makePropertyName(name)]: readWidest(name) };
  return name === "set" ? { ...ofNoSet, ...widest } : widest;
}

const setFields = fieldNames.filter((name) => !isParameter(name));

/** Fields that only a named set decides are reset together with the set. */
const ofNoSet: Partial<Query> = Object.fromEntries(
  setFields.map((name) => [makePropertyName(name), defaultQuery[makePropertyName(name)]]),
);

/** Returns the query for the same outcomes with everything else at its default. */
export function removeFilters({ outcome }: Pick<Query, "outcome">): Query {
  return { ...defaultQuery, outcome };
}

/** Returns the text of every parameter of a query, including defaults; `null` if the value has no text. */
export function formatParameterValues(query: Query): Record<ParameterName, string | null> {
  const texts = parameterNames.map((name) => [name, formatField(name, query)] as const);
  return Object.fromEntries(texts) as Record<ParameterName, string | null>;
}

/** Computed once, because texts are made for every field of every question. */
const properties = Object.fromEntries(
  fieldNames.map((name) => [name, makePropertyName(name)]),
) as Record<FieldName, keyof Query>;

function formatField(name: FieldName, query: Query): string | null {
  const value: Value = query[properties[name]];
  if (value === null || typeof value === "string") return value;
  if ("min" in value) return formatRange(value);
  return value.length > 0 ? value.join(",") : null;
}

const defaultTexts = formatParameterValues(defaultQuery);
const widestTexts = formatParameterValues(
  Object.assign({ ...defaultQuery }, ...filterNames.map(widenFilter)),
);

/** Returns the canonical text of one parameter; `null` if it is the default, or the value that the set fixes. */
export function formatChange(name: ParameterName, query: Query, sets: Sets): string | null {
  return formatIfChanged(readPins(query.set, sets), name, query);
}

function formatIfChanged(pins: Pins, name: ParameterName, query: Query): string | null {
  // A set may leave an interval that belongs to its own model.
  if (name === "interval" && !hasInterval(query)) return null;
  const text = formatField(name, query) ?? (name in pins ? unrestricted : null);
  return text === formatUnsaid(name, query, pins) ? null : text;
}

function formatUnsaid(name: ParameterName, query: Query, pins: Pins) {
  if (name !== query.compare && isFollowing(name)) {
    return pins[name] ?? formatField(name, { ...query, ...deriveFollowing(query) });
  }
  // The default of a filter is its widest value if cohorts are compared by its field.
  return pins[name] ?? (name === query.compare ? widestTexts[name] : defaultTexts[name]);
}

/**
 * Returns the parameters that differ from their defaults, or from the values that the set fixes, in canonical
 * order.
 */
export function listChangedParameters(query: Query, sets: Sets): [ParameterName, string][] {
  const pins = readPins(query.set, sets);
  return parameterNames.flatMap((name) => {
    const text = formatIfChanged(pins, name, query);
    return text === null ? [] : [[name, text]];
  });
}

/**
 * Returns the text of a question that is the same for equal questions: it is permalink and cache key. The text is
 * empty for the default question, and safe in a URL.
 */
export function formatQuery(query: Query, sets: Sets): string {
  return joinPairs(listChangedParameters(query, sets));
}
