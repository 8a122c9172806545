/**
 * The way from text to checked values, by the form of each parameter. Written out, as every phone's engine
 * holds it: with a library of schemas it is 1.7 kB larger.
 */
import { dimensionText } from "./dimensions.ts";
import { type ParameterName, parameterNames, propertyName } from "./parameter-names.ts";
import { defaultRegimen, initialOf, type Vocabulary, widestOf } from "./parameter-values.ts";
import { parameters, unrestricted, usualDimension } from "./parameters.ts";
import type { Query, Value } from "./query.ts";
import { parseRange } from "./range.ts";

export const wholeNumberPattern = /^(?:\d{1,5}|any)$/;

/** The value that a text says of a parameter; `undefined` where it says none. */
export function readValue(
  name: ParameterName,
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
    case "number":
      if (!wholeNumberPattern.test(text)) return undefined;
      return text === unrestricted ? null : Number(text);
    case "dimension":
      return text === usualDimension ? text : (dimensionText(text) ?? undefined);
  }
}

/** Order and repeats carry no meaning, so the vocabulary's order is kept. */
function readList(given: readonly string[], words: readonly string[]) {
  return given.every((value) => words.includes(value))
    ? words.filter((value) => given.includes(value))
    : undefined;
}

/** What is not said takes its default. */
export function queryFrom(
  given: Readonly<Partial<Record<ParameterName, Value>>>,
  evidence: Vocabulary,
): Query {
  const properties = parameterNames.map((name) => {
    // To compare by what a filter holds back, the filter has to let it in.
    const unsaid = name === given.compare ? widestOf(name) : initialOf(name);
    return [propertyName(name), given[name] ?? unsaid];
  });
  // The one place where the table's types meet the text: each form yields what its parameter holds.
  const query = Object.fromEntries(properties) as Query;
  return {
    ...query,
    outcome: withoutCovered(query.outcome, evidence),
    regimen: given.regimen === undefined ? defaultRegimen(query.setting) : query.regimen,
    target: query.target.includes("any") ? ["any"] : query.target,
    ...(query.model === "bayes" ? frequentistDefaults : {}),
  };
}

/** The default model has one interval and fits each class by itself: what is said of either changes nothing. */
const frequentistDefaults = {
  interval: parameters.interval.initial,
  tau: parameters.tau.initial,
} as const;

/** An outcome already asked for by its group need not be asked for again; the summary set alone is the default. */
function withoutCovered(asked: readonly string[], { outcomes }: Vocabulary): readonly string[] {
  const needed = asked.filter((value) => {
    const outcome = outcomes.find(({ id }) => id === value);
    if (!outcome) return true;
    const inSummary = outcome.summary !== null && asked.includes("summary");
    return !inSummary && !asked.includes(outcome.group);
  });
  return needed.length === 1 && needed[0] === "summary" ? [] : needed;
}
