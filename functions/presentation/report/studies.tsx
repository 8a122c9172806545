/** The cohorts that answer the question; each can be left out by a link. */
import { sortings } from "../words/contract/report.ts";
import type { Props } from "./report.tsx";
import type { ReportedCohort } from "./report-parts.ts";

export function Studies({ parts: { cohorts, links, sorting }, words }: Props) {
  const { note, columns, sortedBy, sortings: names, without, ...said } = words.report.studies;
  return (
    <>
      <p>{note}</p>
      <p class="sorting">
        {sortedBy}{" "}
        {sortings.map((by) => (
          <span key={by}>
            {by === sorting ? (
              <strong>{names[by]}</strong>
            ) : (
              <a href={`${links.sorted(by)}#studies`}>{names[by]}</a>
            )}{" "}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <section class="wide" aria-label={words.report.headings.studies} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {Object.entries(columns).map(([column, name]) => (
                <th key={column} scope="col">
                  {name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted(cohorts, sorting).map((cohort) => (
              <tr key={cohort.id}>
                <th scope="row">
                  <a href={`/v1/cohorts/${cohort.id}`}>{cohort.label}</a>
                </th>
                <td>
                  {cohort.product}, {words.screen.className[cohort.group]}
                </td>
                <td>{cohort.n ?? "–"}</td>
                <td>{cohort.year ?? "–"}</td>
                <td>{cohort.followUpMonths === null ? "–" : said.months(cohort.followUpMonths)}</td>
                <td>
                  <a href={`/v1/cohorts/${cohort.id}#bias`}>
                    {cohort.ratings.map(said.rating).join("; ") || said.notRated}
                  </a>
                </td>
                <td>
                  {cohort.publication === null ? (
                    "–"
                  ) : (
                    <a href={cohort.publication} target="_blank" rel="noopener noreferrer">
                      {said.paper}
                    </a>
                  )}
                </td>
                <td>
                  <a href={links.without(cohort.id)}>{without}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type Sorting = (typeof sortings)[number];

/** Largest or newest first, and what is not known last. By class: as the question lists them. */
function sorted(cohorts: readonly ReportedCohort[], by: Sorting): readonly ReportedCohort[] {
  if (by === "class") return cohorts;
  const value = ({ n, year, followUpMonths }: ReportedCohort) =>
    ({ patients: n, year, "follow-up": followUpMonths })[by] ?? Number.NEGATIVE_INFINITY;
  return [...cohorts].sort((a, b) => {
    const difference = value(b) - value(a);
    return Number.isNaN(difference) ? 0 : difference;
  });
}
