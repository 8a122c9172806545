/**
 * Median survival as each trial printed it: one mark a trial on an axis of months. As in the forest
 * plot, the table holds everything, so that a reader without the chart misses nothing.
 */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { type MedianLine, mediansChart } from "#presentation/screen/medians-chart.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark, MarkShape } from "../views/mark.tsx";
import { Ticks } from "./forest.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages with the cohorts' records. */
  apiBase: string;
}

export function Medians({ row, strings, words, apiBase }: Props) {
  const chart = mediansChart(row);
  if (chart === null) return null;
  const { ticks, classes } = chart;
  return (
    <section class="remarks medians">
      <h5>{words.medians}</h5>
      {classes.map(({ group, lines, mixed }) => (
        <table key={group} class={`forest ${group}`}>
          <caption>
            <Mark group={group} /> {strings.className[group]}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.study}</th>
              <th scope="col" class="number">
                {words.median}
              </th>
              <td class="plot-cell">
                <Ticks ticks={ticks} />
              </td>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ cohort, label, regimen, citation, months, interval, at }) => (
              <tr key={cohort}>
                <th scope="row">
                  <RecordLink
                    apiBase={apiBase}
                    cohort={cohort}
                    label={label}
                    publication={citation?.publication ?? null}
                  />
                  {mixed && <span class="muted"> {words.regimen[regimen]}</span>}
                </th>
                <td class="number">
                  <strong>{strings.numbers.plain(months)}</strong>{" "}
                  <span class="muted range">
                    {interval ? words.medianRange(interval[0], interval[1]) : words.noInterval}
                  </span>
                </td>
                <td class="plot-cell">
                  <MedianPlot at={at} group={group} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function MedianPlot({
  at: { median, interval, open },
  group,
}: Pick<MedianLine, "at"> & Parameters<typeof MarkShape>[0]) {
  return (
    <svg class={`line ${group}`} width="100%" height="20" aria-hidden="true">
      <line class="grid" x1="50%" x2="50%" y1="0" y2="20" />
      {interval && (
        <line class="interval" x1={at(interval[0])} x2={at(interval[1])} y1="10" y2="10" />
      )}
      {/* An arrow: the end was not reached. */}
      {open && (
        <svg x="100%" y="10" overflow="visible" aria-hidden="true">
          <path d="M-2-5 6 0-2 5z" />
        </svg>
      )}
      <svg x={at(median)} y="10" overflow="visible" aria-hidden="true">
        <MarkShape group={group} />
      </svg>
    </svg>
  );
}

function at(place: number): string {
  return `${(place * 100).toFixed(1)}%`;
}

/** Where each median was printed. The sources may arrive later than the medians. */
export function MedianSources({ row, words, apiBase }: Omit<Props, "strings">) {
  const { classes } = mediansChart(row) ?? { classes: [] };
  const cited = classes
    .flatMap(({ lines }) => lines)
    .flatMap(({ cohort, label, citation }) => (citation ? { cohort, label, citation } : []));
  if (cited.length === 0) return null;
  return (
    <details class="remarks">
      <summary>{words.medianSources(cited.length)}</summary>
      <ul>
        {cited.map(({ cohort, label, citation: { text, href, locator, tier } }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} />:{" "}
            {href ? <NewTab href={href}>{text}</NewTab> : text}
            {locator && ` – ${locator}`}
            {words.tier[tier] && ` [${words.tier[tier]}]`}
          </li>
        ))}
      </ul>
    </details>
  );
}
