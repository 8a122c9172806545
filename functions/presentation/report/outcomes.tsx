/** Each outcome with a number: its picture, both pools, the difference, and the cohorts behind them. */
import { hasNumber } from "#core/comparison/reported.ts";
import { cohortLists } from "../brief/cohorts.ts";
import { Blocks } from "../brief/html-parts.tsx";
import { resultBlocks, titleOf } from "../brief/outcome.ts";
import type { References } from "../brief/references.ts";
import { timingInRow } from "../view/timing-view.ts";
import type { Props } from "./report.tsx";
import { Timing } from "./timing.tsx";

export function Outcomes({ parts, words, sources }: Props & { sources: References }) {
  const { comparison, links, sensitivity } = parts;
  const { abbreviations: names } = words.detail;
  const { picture, png, pngFailed, alone, cohorts } = words.report.outcome;
  return (
    <>
      {comparison.outcomes.filter(hasNumber).map((row) => {
        const heading = titleOf(row);
        return (
          <article key={row.outcome} id={row.outcome}>
            <h3>{heading}</h3>
            <a
              class="plot"
              href={links.forest(row.outcome, "light")}
              data-label={png}
              data-failed={pngFailed}
            >
              <picture>
                <source
                  media="screen and (prefers-color-scheme: dark)"
                  srcset={links.forest(row.outcome, "dark")}
                />
                <img
                  src={links.forest(row.outcome, "light")}
                  alt={picture(heading)}
                  loading="lazy"
                />
              </picture>
            </a>
            <Blocks blocks={resultBlocks(row, comparison, sources, words)} names={names} />
            <details id={`${row.outcome}-cohorts`}>
              <summary>{cohorts}</summary>
              <Blocks blocks={cohortLists(row, comparison, sources, words)} names={names} />
            </details>
            <Timing
              classes={timingInRow(parts.timing(row.outcome), row)}
              row={row.outcome}
              parts={parts}
              words={words}
            />
            {sensitivity === null && row.contrasts.some(({ status }) => status === "ok") && (
              <p>
                <a href={`${links.outcome(row.outcome)}#holds`}>{alone}</a>
              </p>
            )}
          </article>
        );
      })}
    </>
  );
}
