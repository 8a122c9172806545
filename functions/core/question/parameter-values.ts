/** Reads the entries of the parameters in a uniform way. */
import { type Parameter, type ParameterName, parameters, type Vocabulary } from "./parameters.ts";
import {
  type FieldName,
  type FilterName,
  makePropertyName,
  type Query,
  type Value,
} from "./query.ts";

export type { Vocabulary };

/** Lists all fields in canonical order. */
export const fieldNames = Object.keys(parameters) as readonly FieldName[];

export function lookUpParameter(name: FieldName): Parameter {
  return parameters[name];
}

/** Returns whether a reader can set a field; only a named set decides the other fields. */
export function isParameterName(name: FieldName): name is ParameterName {
  return !("only" in parameters[name]);
}

/** Returns whether the question is not that of a published meta-analysis. */
export function hasNoPublishedSet({ set }: Pick<Query, "set">): boolean {
  return set === parameters.set.initial;
}

/** Returns the words that every field accepts; for ranges, examples of their form. */
export function collectAllowedWordsByField(
  evidence: Vocabulary,
): Record<FieldName, readonly string[]> {
  const entries = fieldNames.map((name) => {
    const { words } = lookUpParameter(name);
    return [name, typeof words === "function" ? words(evidence) : words];
  });
  return Object.fromEntries(entries);
}

function readInitialValue(name: FieldName): Value {
  const { form, initial } = lookUpParameter(name);
  return initial ?? (form === "list" ? [] : null);
}

export const defaultQuery = Object.fromEntries(
  fieldNames.map((name) => [makePropertyName(name), readInitialValue(name)]),
) as Query;

/** Returns the value of a field that leaves no cohort out; for a field that is no filter, its initial value. */
export function readWidestValue(name: FieldName): Value {
  return lookUpParameter(name).widest ?? readInitialValue(name);
}

export function isFilterName<Name extends FieldName>(name: Name): name is Name & FilterName {
  return "filter" in parameters[name];
}

export const filterNames: readonly FilterName[] = fieldNames.filter(isFilterName);

/**
 * Maps each interval to the models that have it. The default model has credible intervals only. Hartung and Knapp
 * adjust the standard error by weighted residuals, which a likelihood of counts does not have.
 */
export const modelsWith: Readonly<Record<Query["interval"], readonly Query["model"][]>> = {
  t: ["glmm", "reml", "dl"],
  wald: ["glmm", "reml", "dl"],
  "hartung-knapp": ["reml", "dl"],
};

/** Returns whether the model has the interval, so that it changes the answer. */
export function canModelUseIntervalMethod({
  model,
  interval,
}: Pick<Query, "model" | "interval">): boolean {
  return modelsWith[interval].includes(model);
}
