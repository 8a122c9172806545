/** Reads and changes questions as query strings, which may name default values, too. */
import { orderQueryText } from "#core/question/pairs.ts";
import { type ParameterName, parameterNames } from "#core/question/parameter-names.ts";

/** Returns the question that the attributes of an element ask. */
export function readQueryAttributes({ attributes }: Element): string {
  return orderQueryText(
    new URLSearchParams([...attributes].map(({ name, value }) => [name, value])),
  );
}

/** Warns in the console of a name in a question that is no parameter. */
export function warnAboutUnknown(name: string): void {
  const names: readonly string[] = parameterNames;
  if (!names.includes(name)) console.warn(`${name}: not understood and ignored`);
}

/** Returns the value of a parameter; `null` if the question does not name it. */
export function readParameter(query: string, name: ParameterName): string | null {
  return new URLSearchParams(query).get(name);
}

/** Returns the question with one parameter set, or without the parameter if the value is `null`. */
export function setParameter(query: string, name: string, value: string | null): string {
  const parameters = new URLSearchParams(query);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return orderQueryText(parameters);
}

/** Returns the question about other outcomes; `summary`, the default, removes the parameter. */
export function setOutcome(query: string, outcome: string): string {
  return setParameter(query, "outcome", outcome === "summary" ? null : outcome);
}

/** Returns the question about the two classes, not product by product. */
export const changeToClasses = (query: string) => setParameter(query, "compare", null);

/** Returns the question product by product. */
export const changeToProducts = (query: string) => setParameter(query, "compare", "product");

/** Adds where products are approved, so that a link means the same wherever it is opened. */
export function addRegion(query: string): string {
  return hasRegion(query) ? query : setParameter(query, "availability", "us,eu");
}

/** Returns whether the question names its regions; a published set of cohorts has regions of its own. */
function hasRegion(query: string): boolean {
  return readParameter(query, "availability") !== null || readParameter(query, "set") !== null;
}

/** Returns whether a question about one or two lines names no region. */
export function isWithoutRegion(query: string): boolean {
  const lines = readParameter(query, "lines");
  return (lines === "1" || lines === "2") && !hasRegion(query);
}

/** Returns the question with every parameter that differs between two others set as in the second. */
export function applyChanges(query: string, from: string, to: string): string {
  return parameterNames
    .filter((name) => readParameter(from, name) !== readParameter(to, name))
    .reduce((text, name) => setParameter(text, name, readParameter(to, name)), query);
}

/**
 * Makes the address of a page that shows a question; with the version of its data that page says, after a later
 * release, that its data are others.
 */
export function makePermalink(site: string, query: string, dataVersion?: string): string {
  const search = [query, dataVersion && `data=${dataVersion}`].filter(Boolean).join("&");
  return `${site}/embed${search && `?${search}`}`;
}
