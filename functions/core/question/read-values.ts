/** Without a schema library: this code runs on phones, where that is 1.7 kB more. */
import { dimensionText } from "./dimensions.ts";
import { type FieldName, propertyName } from "./parameter-names.ts";
import {
  defaultQuery,
  defaultRegimen,
  fieldNames,
  type Vocabulary,
  widestOf,
} from "./parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "./parameters.ts";
import type { Query, Value } from "./query.ts";
import { parseRange } from "./range.ts";

/** The value for the text of a field; `undefined` if the text is not valid. */
export function readValue(
  name: FieldName,
  text: string,
  words: readonly string[],
): Value | undefined {
  switch (parameters[name].form) {
    case "choice":
      return words.includes(text) ? text : undefined;
    case "list":
      return readList(text.split(","), words);
    case "range":
      return text === unrestricted ? null : (parseRange(text) ?? undefined);
    case "dimension":
      return text === usualDimension ? text : (dimensionText(text) ?? undefined);
  }
}

/** Order and repeats have no meaning, so the result has the order of the vocabulary. */
function readList(given: readonly string[], words: readonly string[]) {
  return given.every((value) => words.includes(value))
    ? words.filter((value) => given.includes(value))
    : undefined;
}

/** Builds the query. A field that is not given has its default. */
export function queryFrom(
  given: Readonly<Partial<Record<FieldName, Value>>>,
  evidence: Vocabulary,
): Query {
  const changed = fieldNames
    // If cohorts are compared by a filter's field, the default of that filter is its widest value.
    .filter((name) => given[name] !== undefined || name === given.compare)
    .map((name) => [propertyName(name), given[name] ?? widestOf(name)]);
  // Where the types of the table meet the text: `readValue` returns what each parameter holds.
  const query: Query = { ...defaultQuery, ...Object.fromEntries(changed) };
  return {
    ...query,
    outcome: withoutCovered(query.outcome, evidence),
    regimen: given.regimen === undefined ? defaultRegimen(query.setting) : query.regimen,
    target: query.target.includes("any") ? ["any"] : query.target,
  };
}

/** Without outcomes that their group or the summary set includes, which alone is the default. */
function withoutCovered(asked: readonly string[], { outcomes }: Vocabulary): readonly string[] {
  const needed = asked.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return true;
    const inSummary = outcome.summary !== null && asked.includes("summary");
    return !inSummary && !asked.includes(outcome.group);
  });
  return needed.length === 1 && needed[0] === "summary" ? [] : needed;
}
