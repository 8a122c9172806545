/** Reads and changes questions as query strings, which may name default values, too. */
import { formatKnownParametersInOrder } from "#core/question/pairs.ts";
import { type ParameterName, parameterNames } from "#core/question/parameters.ts";

export function readQueryAttributes({ attributes }: Element): string {
  return formatKnownParametersInOrder(
    new URLSearchParams([...attributes].map(({ name, value }) => [name, value])),
  );
}

export function warnIfUnknownParameter(name: string): void {
  const names: readonly string[] = parameterNames;
  if (!names.includes(name)) console.warn(`${name}: not understood and ignored`);
}

/** Returns the value of a parameter; `null` if the question does not name it. */
export function readQuestionParameter(query: string, name: ParameterName): string | null {
  return new URLSearchParams(query).get(name);
}

/** Returns the question with one parameter set, or without the parameter if the value is `null`. */
export function makeQuestionWithParameter(
  query: string,
  name: string,
  value: string | null,
): string {
  const parameters = new URLSearchParams(query);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return formatKnownParametersInOrder(parameters);
}

/** Returns the question about other outcomes; `summary`, the default, removes the parameter. */
export function makeQuestionAboutOutcome(query: string, outcome: string): string {
  return makeQuestionWithParameter(query, "outcome", outcome === "summary" ? null : outcome);
}

export const makeQuestionAboutClasses = (query: string) =>
  makeQuestionWithParameter(query, "compare", null);

export const makeQuestionAboutProducts = (query: string) =>
  makeQuestionWithParameter(query, "compare", "product");

export const makeQuestionAboutCourse = (query: string) =>
  makeQuestionWithParameter(
    makeQuestionAboutOutcome(makeQuestionAboutClasses(query), "summary"),
    "view",
    "course",
  );

/** Adds where products are approved, so that a link means the same wherever it is opened. */
export function addUsAndEuIfNoRegionOrSet(query: string): string {
  return hasRegionOrSet(query) ? query : makeQuestionWithParameter(query, "availability", "us,eu");
}

/** Tells whether the question names its regions; a published set of cohorts has regions of its own. */
function hasRegionOrSet(query: string): boolean {
  return (
    readQuestionParameter(query, "availability") !== null ||
    readQuestionParameter(query, "set") !== null
  );
}

/** Tells whether a question about one or two lines names no region. */
export function isFewLinesWithoutRegion(query: string): boolean {
  const lines = readQuestionParameter(query, "lines");
  return (lines === "1" || lines === "2") && !hasRegionOrSet(query);
}

/** Returns the question with every parameter that differs between two others set as in the second. */
export function applyQuestionChanges(query: string, from: string, to: string): string {
  return parameterNames
    .filter((name) => readQuestionParameter(from, name) !== readQuestionParameter(to, name))
    .reduce(
      (text, name) => makeQuestionWithParameter(text, name, readQuestionParameter(to, name)),
      query,
    );
}

/**
 * Makes the address of a page that shows a question; with the version of its data that page says, after a later
 * release, that its data are others.
 */
export function makePermalink(site: string, query: string, dataVersion?: string): string {
  const search = [query, dataVersion && `data=${dataVersion}`].filter(Boolean).join("&");
  return `${site}/embed${search && `?${search}`}`;
}
