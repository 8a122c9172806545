/** Makes the addresses that a report links to: the same question with one thing changed, and its files. */
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { filterNames, isParameterName } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery, makeChangeThatWidensFilter } from "#core/question/query-text.ts";

function makeAddressWithQuery(path: string, ...parts: string[]): string {
  const query = parts.filter(Boolean).join("&");
  return query === "" ? path : `${path}?${query}`;
}

/** Returns the address of a report, without the site. */
export function makeReportPath(canonical: string, more = ""): string {
  return makeAddressWithQuery("/report", canonical, more);
}

/** Returns the link to `/explore` for the only outcome, or for its default outcome. */
function makeExplorePath(query: Query): string {
  const isOfOneOutcome = dataset.outcomes.some(({ id }) => id === query.outcome.join());
  const ofOutcome = isOfOneOutcome ? query : { ...query, outcome: [] };
  return makeAddressWithQuery("/explore", formatQuery(ofOutcome, dataset));
}

/** Holds addresses that a report links to, without the origin. */
export type ReportLinks = ReturnType<typeof makeReportLinks>;

export function makeReportLinks({ query, canonical }: Pick<Answer<string>, "query" | "canonical">) {
  const changed = (change: Partial<Query>) =>
    makeReportPath(formatQuery({ ...query, ...change }, dataset));
  const ofOutcome = (path: string) => (outcome: string) =>
    makeAddressWithQuery(path, formatQuery({ ...query, outcome: [outcome] }, dataset));
  return {
    /** Leads to the same question about the two classes. */
    classes: changed({ compare: usualDimension }),
    /** Returns the question without the filter that left cohorts out; `null` if the parameter is not a filter. */
    without(parameter: string): string | null {
      const name = filterNames.filter(isParameterName).find((filter) => filter === parameter);
      return name === undefined ? null : changed(makeChangeThatWidensFilter(name));
    },
    /** Returns the report on one outcome. */
    outcome: ofOutcome("/report"),
    forest: ofOutcome("/v1/forest.svg"),
    /** Returns the R script that fits the numbers of one outcome again. */
    fitted: ofOutcome("/v1/reproduce.R"),
    files: {
      products: changed({ compare: "product" }),
      explore: makeExplorePath(query),
      csv: makeAddressWithQuery("/v1/comparison.csv", canonical),
      json: makeAddressWithQuery("/v1/comparison.json", canonical),
      r: makeAddressWithQuery("/v1/reproduce.R", canonical),
      ris: makeAddressWithQuery("/report.ris", canonical),
      compare: makeAddressWithQuery("/embed", canonical),
      error: `${makeAddressWithQuery("/about", canonical && `question=${encodeURIComponent(canonical)}`)}#report`,
    },
  };
}
