/** Makes the canonical text of a query, on which permalinks, cache keys and filter sheets are based. */
import type { ComputeSet } from "#data/compute-set.ts";
import { deriveDependentDefaults, isDependentField } from "./following.ts";
import { joinParameterPairs } from "./pairs.ts";
import {
  canModelUseIntervalMethod,
  defaultQuery,
  fieldNames,
  filterNames,
  isParameterName,
  readWidestValue,
} from "./parameter-values.ts";
import { type ParameterName, parameterNames, unrestricted } from "./parameters.ts";
import {
  type FieldName,
  type FilterName,
  makePropertyName,
  type Query,
  type Value,
} from "./query.ts";
import { formatRange } from "./range.ts";

type Sets = Pick<ComputeSet, "sets">;
type Pins = Readonly<Record<string, string>>;

/** Returns the fields that a named set fixes in place of the defaults; empty without a set. */
export function findFieldsPinnedBySet(set: string, { sets }: Sets): Pins {
  const publishedSet = sets.find(({ id }) => id === set);
  // No published set restricts the lines of a patient.
  return publishedSet ? { lines: unrestricted, ...publishedSet.pins } : {};
}

/**
 * Returns the fields that widen a filter so far that it leaves out nothing; for `set` also those that only a named
 * set decides, at their defaults.
 */
export function makeChangeThatWidensFilter(name: FilterName): Partial<Query> {
  const widest = { [makePropertyName(name)]: readWidestValue(name) };
  return name === "set" ? { ...ofNoSet, ...widest } : widest;
}

/** Returns the question with every filter at its widest, so that it leaves no cohort out. */
export function widenEveryFilter(query: Query): Query {
  return Object.assign({ ...query }, ...filterNames.map(makeChangeThatWidensFilter));
}

const setFields = fieldNames.filter((name) => !isParameterName(name));

/** Fields that only a named set decides are reset together with the set. */
const ofNoSet: Partial<Query> = Object.fromEntries(
  setFields.map((name) => [makePropertyName(name), defaultQuery[makePropertyName(name)]]),
);

/** Returns the query for the same outcomes and view with everything else at its default. */
export function makeDefaultQueryForOutcomes(
  shown: Pick<Query, "outcome"> & Partial<Pick<Query, "view">>,
): Query {
  const { outcome, view = defaultQuery.view } = shown;
  return { ...defaultQuery, outcome, view };
}

/** Returns the question whose answer every view of it shows. */
export function dropView(query: Query): Query {
  const { view, lanes } = defaultQuery;
  return { ...query, view, lanes };
}

/** Returns the text of every parameter of a query, including defaults; `null` if the value has no text. */
export function formatEachParameter(query: Query): Record<ParameterName, string | null> {
  const texts = parameterNames.map((name) => [name, formatFieldValue(name, query)] as const);
  return Object.fromEntries(texts) as Record<ParameterName, string | null>;
}

/** Holds the property of each field; it is computed once, because texts are made for every field of every question. */
const properties = Object.fromEntries(
  fieldNames.map((name) => [name, makePropertyName(name)]),
) as Record<FieldName, keyof Query>;

function formatFieldValue(name: FieldName, query: Query): string | null {
  const value: Value = query[properties[name]];
  if (value === null || typeof value === "string") return value;
  if ("min" in value) return formatRange(value);
  return value.length > 0 ? value.join(",") : null;
}

const defaultTexts = formatEachParameter(defaultQuery);
const widestTexts = formatEachParameter(
  Object.assign({ ...defaultQuery }, ...filterNames.map(makeChangeThatWidensFilter)),
);

/** Returns the canonical text of one parameter; `null` if it is the default, or the value that the set fixes. */
export function formatParameterValueIfChanged(
  name: ParameterName,
  query: Query,
  sets: Sets,
): string | null {
  return formatFieldUnlessDefaultOrPinned(findFieldsPinnedBySet(query.set, sets), name, query);
}

function formatFieldUnlessDefaultOrPinned(
  pins: Pins,
  name: ParameterName,
  query: Query,
): string | null {
  // A set may leave an interval that belongs to its own model.
  if (name === "interval" && !canModelUseIntervalMethod(query)) return null;
  const text = formatFieldValue(name, query) ?? (name in pins ? unrestricted : null);
  return text === formatDefaultValue(name, query, pins) ? null : text;
}

/**
 * Returns the text that a parameter of the query stands for if it is not written; `null` if this value has no text.
 */
function formatDefaultValue(name: ParameterName, query: Query, pins: Pins) {
  if (name !== query.compare && isDependentField(name)) {
    return pins[name] ?? formatFieldValue(name, { ...query, ...deriveDependentDefaults(query) });
  }
  // The default of a filter is its widest value if cohorts are compared by its field.
  return pins[name] ?? (name === query.compare ? widestTexts[name] : defaultTexts[name]);
}

/**
 * Returns the parameters that differ from their defaults, or from the values that the set fixes, in canonical
 * order.
 */
export function listChangedParameterPairs(query: Query, sets: Sets): [ParameterName, string][] {
  const pins = findFieldsPinnedBySet(query.set, sets);
  return parameterNames.flatMap((name) => {
    const text = formatFieldUnlessDefaultOrPinned(pins, name, query);
    return text === null ? [] : [[name, text]];
  });
}

/**
 * Returns the text of a question that is the same for equal questions: it is permalink and cache key. The text is
 * empty for the default question, and safe in a URL.
 */
export function formatQuery(query: Query, sets: Sets): string {
  return joinParameterPairs(listChangedParameterPairs(query, sets));
}
