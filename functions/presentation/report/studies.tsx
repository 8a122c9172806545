/** The cohorts that answer the question; each can be left out by a link. */
import { timingAmong } from "#core/evidence/timing.ts";
import { timingByClass } from "../view/timing-view.ts";
import type { Props } from "./report.tsx";
import { type ReportedCohort, sortings } from "./report-parts.ts";
import { Timing } from "./timing.tsx";

export function Studies({ parts, words }: Props) {
  const { comparison, cohorts, links, sorting, rulesReview } = parts;
  const { note, columns, sortedBy, sortings: names, without, ...said } = words.report.studies;
  const byHand = comparison.selection.excluded.filter(({ parameter }) => parameter === "exclude");
  const orders = {
    class: cohorts,
    patients: largestFirst(cohorts, ({ n }) => n),
    year: largestFirst(cohorts, ({ year }) => year),
    "follow-up": largestFirst(cohorts, ({ followUpMonths }) => followUpMonths),
  } satisfies Orders;
  return (
    <>
      <p>{note}</p>
      <p>
        {said.reviewed(
          cohorts.filter(({ review }) => review?.isCurrent).length,
          cohorts.length,
          rulesReview?.isCurrent === true,
        )}
      </p>
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
            {orders[sorting].map((cohort) => (
              <tr key={cohort.id} {...placesOf(cohort, orders)}>
                <th scope="row">
                  <a href={`/v1/cohorts/${cohort.id}`}>{cohort.label}</a>
                  <small>
                    <a href={`${links.without(cohort.id)}#studies`}>{without}</a>
                  </small>
                  {cohort.review && (
                    <small>
                      {said.review({
                        ...cohort.review,
                        date: words.screen.date(cohort.review.when),
                      })}
                    </small>
                  )}
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
      <Timing
        classes={timingByClass(
          timingAmong(parts.timing(null), new Set(cohorts.map(({ id }) => id))),
        )}
        row={null}
        parts={parts}
        words={words}
      />
    </>
  );
}

type Orders = Readonly<Record<(typeof sortings)[number], readonly ReportedCohort[]>>;

/** The place of the cohort in each order, so that a script sorts without asking again. */
function placesOf(cohort: ReportedCohort, orders: Orders): Record<string, number> {
  return Object.fromEntries(sortings.map((by) => [`data-${by}`, orders[by].indexOf(cohort)]));
}

/** What is not known comes last. */
function largestFirst(
  cohorts: readonly ReportedCohort[],
  numberOf: (cohort: ReportedCohort) => number | null,
): readonly ReportedCohort[] {
  const value = (cohort: ReportedCohort) => numberOf(cohort) ?? Number.NEGATIVE_INFINITY;
  return [...cohorts].sort((a, b) => {
    const difference = value(b) - value(a);
    return Number.isNaN(difference) ? 0 : difference;
  });
}
