/** What the entries of the parameters say, read one like the other. */
import type { Parameter, Vocabulary } from "./parameter.ts";
import type { FilterName } from "./parameter-names.ts";
import { type ParameterName, parameterNames, parameters } from "./parameters.ts";
import type { Query, Value } from "./query.ts";

export type { Vocabulary };

export function parameterOf(name: ParameterName): Parameter {
  return parameters[name];
}

/** The words every parameter accepts; ranges and numbers give examples of their form. */
export function vocabulary(evidence: Vocabulary): Record<ParameterName, readonly string[]> {
  const entries = parameterNames.map((name) => {
    const { words } = parameterOf(name);
    return [name, typeof words === "function" ? words(evidence) : words];
  });
  return Object.fromEntries(entries);
}

/** What applies when it is not said. */
export function initialOf(name: ParameterName): Value {
  const { form, initial } = parameterOf(name);
  return initial ?? (form === "list" ? [] : null);
}

/** What leaves nobody out; what is no filter never does. */
export function widestOf(name: ParameterName): Value {
  return parameterOf(name).widest ?? initialOf(name);
}

export function isFilter(name: ParameterName): name is FilterName {
  return "filter" in parameters[name];
}

export const filterNames: readonly FilterName[] = parameterNames.filter(isFilter);

/** Earlier-line evidence for bispecifics is a combination; leaving it out would empty the class. */
export function defaultRegimen(setting: Query["setting"]): Query["regimen"] {
  return setting === "early" ? "any" : "monotherapy";
}
