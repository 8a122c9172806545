/** The cohorts that answer the question; each can be left out by a link. */
import { sortings } from "../words/contract/report.ts";
import type { Props } from "./report.tsx";
import type { ReportedCohort } from "./report-parts.ts";

export function Studies({ parts: { comparison, cohorts, links, sorting }, words }: Props) {
  const { note, columns, sortedBy, sortings: names, without, ...said } = words.report.studies;
  const byHand = comparison.selection.excluded.filter(({ parameter }) => parameter === "exclude");
  const orders = sortings.map((by) => [by, sorted(cohorts, by)] as const);
  return (
    <>
      <p>{note}</p>
      {byHand.map(({ cohort, label, parameter }) => (
        <p key={cohort}>
          {said.leftOut(label)}{" "}
          <a href={`${links.including(cohort, parameter)}#studies`}>{said.putBack}</a>
        </p>
      ))}
      <p class="sorting">
        {sortedBy}{" "}
        {sortings.map((by) => (
          <a
            key={by}
            href={`${links.sorted(by)}#studies`}
            data-by={by}
            aria-current={by === sorting ? "true" : undefined}
          >
            {names[by]}
          </a>
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
            </tr>
          </thead>
          <tbody>
            {sorted(cohorts, sorting).map((cohort) => (
              <tr key={cohort.id} {...placesOf(cohort, orders)}>
                <th scope="row">
                  <a href={`/v1/cohorts/${cohort.id}`}>{cohort.label}</a>
                  <small>
                    <a href={`${links.without(cohort.id)}#studies`}>{without}</a>
                  </small>
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
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type Sorting = (typeof sortings)[number];

/** The place of the cohort in each order, so that a script sorts without asking again. */
function placesOf(
  cohort: ReportedCohort,
  orders: readonly (readonly [Sorting, readonly ReportedCohort[]])[],
): Record<string, number> {
  return Object.fromEntries(orders.map(([by, order]) => [`data-${by}`, order.indexOf(cohort)]));
}

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
