/** This module uses no schema library, because it runs on phones, where that is 1.7 kB more. */

import type { Outcome } from "#data/schema.ts";
import { findFamilyOfSurvivalOutcome, parseSurvivalFamily } from "#data/survival.ts";
import { normaliseDimension } from "./dimensions.ts";
import { addNeededTargets, deriveDependentDefaults, type Following } from "./following.ts";
import {
  canModelUseIntervalMethod,
  defaultQuery,
  fieldNames,
  lookUpParameter,
  readWidestValue,
  type Vocabulary,
} from "./parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "./parameters.ts";
import { type FieldName, makePropertyName, type Query, type Value } from "./query.ts";
import { parseRange } from "./range.ts";

/** Returns the value for the text of a field; `undefined` if the text is not valid. */
export function readFieldValue(
  name: FieldName,
  text: string,
  words: readonly string[],
): Value | undefined {
  switch (parameters[name].form) {
    case "choice":
      // A plus that is written into an address arrives as a space.
      return words.find((word) => word === text || word.replaceAll("+", " ") === text);
    case "list":
      return sortListWordsIfAllowed(name, text.split(","), words);
    case "range":
      return text === unrestricted ? null : (parseRange(text) ?? undefined);
    case "dimension":
      return text === usualDimension ? text : (normaliseDimension(text) ?? undefined);
  }
}

/**
 * Returns the words of a list in the order of the vocabulary, each once, because order and repeats have no meaning;
 * `undefined` if a word is not allowed, does not stand alone as it must, or is one too many.
 */
function sortListWordsIfAllowed(
  name: FieldName,
  values: readonly string[],
  words: readonly string[],
) {
  if (!values.every((value) => words.includes(value))) return undefined;
  const selectedWords = words.filter((value) => values.includes(value));
  const { alone = [], most = Infinity } = lookUpParameter(name);
  if (selectedWords.length > most) return undefined;
  return selectedWords.length > 1 && selectedWords.some((value) => alone.includes(value))
    ? undefined
    : selectedWords;
}

/**
 * Returns the query with the given values. A field that is not given has its default, which may follow from other
 * fields. Outcomes that others cover are dropped, and targets that the question needs are added.
 */
export function makeQuery(
  values: Readonly<Partial<Record<FieldName, Value>>>,
  evidence: Vocabulary,
): Query {
  const changed = fieldNames
    // The default of a filter is its widest value if cohorts are compared by its field.
    .filter((name) => values[name] !== undefined || name === values.compare)
    .map((name) => [makePropertyName(name), values[name] ?? readWidestValue(name)]);
  // The types of the table meet the text here: `readFieldValue` returns what each parameter holds.
  const query: Query = { ...defaultQuery, ...Object.fromEntries(changed) };
  const unsaid = Object.entries(deriveDependentDefaults(query)).filter(
    ([name]) => values[name as keyof Following] === undefined && name !== values.compare,
  );
  const result: Query = {
    ...query,
    outcome: dropCoveredOutcomes(query.outcome, evidence),
    ...Object.fromEntries(unsaid),
  };
  const interval = canModelUseIntervalMethod(result) ? result.interval : defaultQuery.interval;
  return { ...result, interval, target: addNeededTargets(result, evidence) };
}

/**
 * Drops outcomes that their group, their kind of survival or the summary set includes, and kinds that their group
 * includes; the summary set alone is the default.
 */
function dropCoveredOutcomes(
  outcomeNames: readonly string[],
  { outcomes }: Vocabulary,
): readonly string[] {
  const needed = outcomeNames.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return parseSurvivalFamily(value) === null || !outcomeNames.includes("survival");
    const part = findFamilyOfSurvivalOutcome(outcome);
    if (part !== null && outcomeNames.includes(part)) return false;
    const inSummary = outcome.summary !== null && outcomeNames.includes("summary");
    // A group need not include a harm that follows from a target, so both names are kept.
    return (
      !inSummary && (outcome.targets !== undefined || !isOutcomeInGroups(outcome, outcomeNames))
    );
  });
  return needed.length === 1 && needed[0] === "summary" ? [] : needed;
}

/**
 * Tells whether one of the names is a group of the outcome. A death that is not from the disease is a harm of treatment
 * as well as a part of survival.
 */
export function isOutcomeInGroups(
  { group, harmGroup }: Pick<Outcome, "group" | "harmGroup">,
  names: readonly string[],
): boolean {
  return names.includes(group) || (harmGroup !== undefined && names.includes("toxicity"));
}
