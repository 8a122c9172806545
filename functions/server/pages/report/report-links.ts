/** The addresses that a report leads to: the same question with one thing changed, and its files. */
import { dataset } from "#core/dataset.ts";
import { filterNames, isParameter } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery, widened } from "#core/question/query-text.ts";
import type { Extent } from "./report-view.ts";

function at(path: string, ...parts: string[]): string {
  const asked = parts.filter(Boolean).join("&");
  return asked === "" ? path : `${path}?${asked}`;
}

/** The address of a report without the site. */
export function reportPath(
  canonical: string,
  { extent = "whole" }: { readonly extent?: Extent },
  ...more: string[]
): string {
  const part = extent === "whole" ? "" : `part=${extent}`;
  return at("/report", canonical, part, ...more);
}

/** Of the only outcome, or of the first that is usual there. */
function explorePath(query: Query): string {
  const isOne = dataset.outcomes.some(({ id }) => id === query.outcome.join());
  const asked = isOne ? query : { ...query, outcome: [] };
  return at("/explore", canonicalQuery(asked, dataset));
}

/** Addresses that the page leads to, without the origin. */
export interface ReportLinks {
  /** The address of this page. */
  readonly href: string;
  /** The same question about the two classes. */
  readonly classes: string;
  readonly extent: (extent: Extent) => string;
  readonly outcomes: (ids: readonly string[]) => string;
  /** The question without the filter that left the cohort out; `null` if that is no filter. */
  readonly including: (cohort: string, parameter: string) => string | null;
  readonly forest: (outcome: string) => string;
  /** Fits the numbers of one outcome again. */
  readonly fitted: (outcome: string) => string;
  readonly files: Readonly<
    Record<"products" | "explore" | "csv" | "json" | "r" | "ris" | "compare" | "error", string>
  >;
}

export function reportLinks(
  query: Query,
  canonical: string,
  /** The address of the report itself. */
  href: string,
): ReportLinks {
  const changed = (change: Partial<Query>) =>
    reportPath(canonicalQuery({ ...query, ...change }, dataset), {});
  const ofOutcome = (path: string) => (outcome: string) =>
    at(path, canonicalQuery({ ...query, outcome: [outcome] }, dataset));
  return {
    classes: changed({ compare: usualDimension }),
    href,
    extent: (extent) => reportPath(canonical, { extent }),
    outcomes: (ids) => changed({ outcome: ids }),
    including(cohort, parameter) {
      if (query.exclude.includes(cohort)) {
        return changed({ exclude: query.exclude.filter((one) => one !== cohort) });
      }
      const name = filterNames.filter(isParameter).find((one) => one === parameter);
      return name === undefined ? null : changed(widened(name));
    },
    forest: ofOutcome("/v1/forest.svg"),
    fitted: ofOutcome("/v1/reproduce.R"),
    files: {
      products: changed({ compare: "product" }),
      explore: explorePath(query),
      csv: at("/v1/comparison.csv", canonical),
      json: at("/v1/comparison.json", canonical),
      r: at("/v1/reproduce.R", canonical),
      ris: at("/report.ris", canonical),
      compare: at("/embed", canonical),
      error: `${at("/about", canonical && `question=${encodeURIComponent(canonical)}`)}#report`,
    },
  };
}
