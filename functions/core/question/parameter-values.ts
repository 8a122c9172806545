/** Reads the entries of the parameters in a uniform way. */
import type { Parameter, Vocabulary } from "./parameter.ts";
import { type FilterName, propertyName } from "./parameter-names.ts";
import { type ParameterName, parameterNames, parameters } from "./parameters.ts";
import type { Query, Value } from "./query.ts";

export type { Vocabulary };

export function parameterOf(name: ParameterName): Parameter {
  return parameters[name];
}

/** The words that every parameter accepts. For ranges and numbers, examples of their form. */
export function vocabulary(evidence: Vocabulary): Record<ParameterName, readonly string[]> {
  const entries = parameterNames.map((name) => {
    const { words } = parameterOf(name);
    return [name, typeof words === "function" ? words(evidence) : words];
  });
  return Object.fromEntries(entries);
}

function initialOf(name: ParameterName): Value {
  const { form, initial } = parameterOf(name);
  return initial ?? (form === "list" ? [] : null);
}

export const defaultQuery = Object.fromEntries(
  parameterNames.map((name) => [propertyName(name), initialOf(name)]),
) as Query;

/** The value that leaves no cohort out. For a parameter that is not a filter, its initial value. */
export function widestOf(name: ParameterName): Value {
  return parameterOf(name).widest ?? initialOf(name);
}

export function isFilter(name: ParameterName): name is FilterName {
  return "filter" in parameters[name];
}

export const filterNames: readonly FilterName[] = parameterNames.filter(isFilter);

/** In earlier lines bispecifics are combined: monotherapy would leave the class empty. */
export function defaultRegimen(setting: Query["setting"]): Query["regimen"] {
  return setting === "early" ? "any" : "monotherapy";
}
