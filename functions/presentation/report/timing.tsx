/** How soon and how long, as each cohort printed it: each class by itself, one line a cohort. */
import type { TimingLine } from "#core/evidence/timing.ts";
import { saidTiming } from "../view/said-timing.ts";
import type { TimingOfClass } from "../view/timing-view.ts";
import type { Props } from "./report.tsx";

interface TimingProps extends Props {
  classes: readonly TimingOfClass<TimingLine>[];
  /** Outcome of the row that the lines stand in; `null` for times of the treatment. */
  row: string | null;
}

export function Timing({ classes, row, parts: { outcomeLabel }, words }: TimingProps) {
  if (classes.length === 0) return null;
  const { timing, tier: tiers } = words.detail;
  return (
    <details class="timing">
      <summary>{timing.heading}</summary>
      <p>{timing.note}</p>
      {classes.map(({ group, lines }) => (
        <section key={group}>
          <p>
            <strong>{words.screen.className[group]}</strong>
          </p>
          <ul>
            {lines.map((line) => {
              const { said, sources } = saidTiming(line, row, outcomeLabel, words.report.timing);
              return (
                <li key={line.cohort}>
                  <a href={`/v1/cohorts/${line.cohort}`}>{line.label}</a>, {said}
                  {sources.map(({ text, href, tier }) => (
                    <span key={text} class="quiet">
                      {" "}
                      {href === null ? (
                        text
                      ) : (
                        <a href={href} target="_blank" rel="noopener noreferrer">
                          {text}
                        </a>
                      )}
                      {tiers[tier] && ` [${tiers[tier]}]`}
                    </span>
                  ))}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </details>
  );
}
