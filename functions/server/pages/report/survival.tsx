/** Draws survival as reported: matched results, every median on the axis of months, and the months of each trial. */

import { dataset } from "#core/dataset.ts";
import { survivalMonths } from "#core/evidence/survival-months.ts";
import { familyOf } from "#data/landmarks.ts";
import { dottedKey, type Median, mediansOf, medianViews } from "#presentation/row/medians-view.ts";
import { beneathMonth, monthsLines, monthView, startsOf } from "#presentation/row/months-view.ts";
import { matchedIn } from "#presentation/views/survival.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { survivalTitles } from "#presentation/words/survival.ts";
import { Ruler } from "#widget/row/ruler.tsx";
import { Months } from "#widget/views/survival/months.tsx";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { screenEvidence } from "../../answers/compute/screen-evidence.ts";
import { Fold, Section } from "../kit/kit.tsx";
import { Cite, citationOf } from "./references.tsx";

export type Families = ReturnType<typeof familiesOf>;

/** Returns the medians and months of each kind of survival; empty if no outcome is survival at a month. */
export function familiesOf(answer: ClassAnswer) {
  const { monthsOf } = screenEvidence(answer);
  // The medians of a kind of survival are the same at each month.
  const rows = new Map(
    answer.outcomes.flatMap((row) => {
      const family = familyOf(row.outcome);
      return family === null ? [] : [[family, row] as const];
    }),
  );
  return [...rows].map(([family, row]) => ({
    family,
    medians: mediansOf(row),
    ...monthsOf(family),
  }));
}

interface SurvivalProps {
  answer: ClassAnswer;
  families: Families;
}

export function Survival({ answer, families }: SurvivalProps) {
  if (families.length === 0) return null;
  return (
    <Section id="survival" title="Survival, as reported">
      {matchedIn(answer.outcomes).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Fold id="medians" title="Medians and months, never pooled" look="narrow">
        {families.map((family) => (
          <Family key={family.family} {...family} />
        ))}
        <p class="key">{legend}</p>
      </Fold>
    </Section>
  );
}

const legend = `${dottedKey} Bold: reported for that month. ≥: at least, from the later month. >50, <50, ≈50: more than, fewer than or about 50, from the median and its interval. Cut: months followed, of an older cut.`;

/** Links need no origin, because the page is on the site itself. */
const site = "";

function Family({ family, medians, trials }: Families[number]) {
  const title = survivalTitles[family];
  const ruler = {
    key: "",
    medians: medianViews(medians).map((line, index) => ({
      ...line,
      doubt: medians[index] && (
        <>
          {line.doubt ?? countedText(medians[index])}
          <Cite of={[medians[index].citation]} at="median" />
        </>
      ),
    })),
  };
  const lines = monthsLines(trials, (cell, cohort, month) => {
    const { text, isBound } = monthView(cell);
    const citation = "landmark" in cell ? citationOf(cohort, cell.landmark) : null;
    return {
      isBound,
      text: citation ? (
        <>
          {isBound ? text : <strong>{text}</strong>}
          <Cite of={[citation]} at={`month ${month}`} />
          {beneathMonth(cell).map((line) => (
            <small key={line}> {line}</small>
          ))}
        </>
      ) : (
        text
      ),
    };
  });
  return (
    <div class="parts">
      {medians.length > 0 && (
        <div>
          <h3>{title}, medians</h3>
          <Ruler ruler={ruler} label={`${title}, medians`} site={site} />
        </div>
      )}
      {trials.length > 0 && (
        <div>
          <h3>{title}, of 100 patients by month</h3>
          <Months
            months={survivalMonths}
            trials={lines}
            label={`${title}, of 100 patients by month`}
            site={site}
          />
          <p class="key">{startsOf(trials)}</p>
        </div>
      )}
    </div>
  );
}

/** Returns text such as "n 97, followed 33.4 months"; empty if neither is known. */
function countedText({ cohort, followUpMonths }: Median): string {
  const n = dataset.cohorts.find(({ id }) => id === cohort)?.n ?? null;
  const followed = followUpMonths === null ? "" : `followed ${followUpMonths} months`;
  return withCommas([n === null ? "" : `n\u00a0${n}`, followed]);
}
