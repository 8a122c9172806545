/** The addresses that a report leads to: the same question with one thing changed, and its files. */
import { dataset } from "#core/dataset.ts";
import { filterNames, isParameter } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery, widened } from "#core/question/query-text.ts";
import type { ReportLinks } from "#presentation/report/report-parts.ts";
import type { ReportForm } from "./report.ts";

function at(path: string, ...parts: string[]): string {
  const asked = parts.filter(Boolean).join("&");
  return asked === "" ? path : `${path}?${asked}`;
}

/** The address of a report without the site. */
export function reportPath(
  canonical: string,
  { extent = "whole" }: Partial<Pick<ReportForm, "extent">>,
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

export function reportLinks(
  query: Query,
  canonical: string,
  { own }: Pick<ReportForm, "own">,
): ReportLinks {
  const changed = (change: Partial<Query>) =>
    reportPath(canonicalQuery({ ...query, ...change }, dataset), {});
  const ofOutcome = (path: string) => (outcome: string) =>
    at(path, canonicalQuery({ ...query, outcome: [outcome] }, dataset));
  return {
    classes: changed({ compare: usualDimension }),
    own,
    extent: (extent) => reportPath(canonical, { extent }),
    outcome: (id) => changed({ outcome: [id] }),
    without: (cohort) => changed({ exclude: [...query.exclude, cohort].sort() }),
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
