/** What lies under a row: the trials, the contrast in a statistician's words, and every reason to doubt it. */
import type { OutcomeComparison } from "../../functions/comparison/answer.ts";
import { groups } from "../../functions/comparison/class-names.ts";
import type { Strings } from "../strings/en.ts";
import { Forest } from "./forest.tsx";
import { remarksOf } from "./remarks.ts";
import { probability, ratio } from "./words.ts";

interface Props {
  row: OutcomeComparison;
  strings: Strings;
  /** Where the cohorts' own records are. */
  apiBase: string;
}

export function Detail({ row, strings, apiBase }: Props) {
  const { detail } = strings;
  const remarks = remarksOf(row);
  const notPooled = groups.flatMap((group) => row.pools[group].notPooled);
  return (
    <>
      <Forest row={row} strings={strings} apiBase={apiBase} />
      <p class="contrast">{contrastText(row, strings)}</p>
      {remarks.length > 0 && (
        <section class="remarks">
          <h5>
            {row.certainty.level === "not-rated"
              ? detail.why
              : `${detail.certaintyLine(strings.certainty[row.certainty.level])} – ${detail.certaintyBasis}`}
          </h5>
          <ul>
            {remarks.map(({ code, text }) => (
              <li key={code + text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <Sources row={row} strings={strings} apiBase={apiBase} />
      {notPooled.length > 0 && (
        <section class="remarks">
          <h5>{detail.notPooled}</h5>
          <ul>
            {notPooled.map(({ cohort, label, reason }) => (
              <li key={cohort}>
                <a
                  href={`${apiBase}/v1/cohorts/${cohort}`}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {label}
                </a>
                : {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Where each figure was printed, what exactly, and at which follow-up. */
function Sources({ row, strings, apiBase }: Props) {
  const { detail } = strings;
  const studies = groups.flatMap((group) => row.pools[group].studies);
  return (
    <section class="remarks">
      <h5>{detail.sources}</h5>
      <ul>
        {studies.map(({ cohort, label, citation, followUpMonths }) => (
          <li key={cohort}>
            <a href={`${apiBase}/v1/cohorts/${cohort}`} target="_blank" rel="noopener noreferrer">
              {label}
            </a>
            {": "}
            {citation?.href ? (
              <a href={citation.href} target="_blank" rel="noopener noreferrer">
                {citation.text}
              </a>
            ) : (
              citation?.text
            )}
            {citation?.locator && ` – ${citation.locator}`}
            {followUpMonths !== null && ` (${detail.followUp(followUpMonths)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function contrastText({ contrasts: [contrast] }: OutcomeComparison, { detail }: Strings): string {
  if (contrast?.status !== "ok" || contrast.probabilityHigher === null) return "";
  const chance = detail.probability(probability(contrast.probabilityHigher));
  if (contrast.oddsRatio !== null && contrast.interval !== null) {
    const [low, high] = contrast.interval;
    return `${detail.odds(ratio(contrast.oddsRatio), ratio(low), ratio(high))}, ${chance}.`;
  }
  if (contrast.hazardRatio !== null && contrast.hazardRatioInterval !== null) {
    const [low, high] = contrast.hazardRatioInterval;
    return `${detail.hazard(ratio(contrast.hazardRatio), ratio(low), ratio(high))}, ${chance}.`;
  }
  return "";
}
