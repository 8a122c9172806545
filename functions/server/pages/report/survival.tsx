/** Survival as reported: matched results, every median on the axis of months, and the months of each trial. */

import { dataset } from "#core/dataset.ts";
import { survivalMonths } from "#core/evidence/survival-months.ts";
import { dottedKey } from "#presentation/row/medians-view.ts";
import { type FamilyAtLength, survivalFamilies } from "#presentation/row/survival-tables.ts";
import { matchedIn } from "#presentation/views/survival.ts";
import { survival as words } from "#presentation/words/survival.ts";
import { Ruler } from "#widget/row/ruler.tsx";
import { Months } from "#widget/views/survival/months.tsx";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { screenEvidence } from "../../answers/compute/screen-evidence.ts";
import { Fold } from "../kit/fold.tsx";
import { Cite, citationOf } from "./references.tsx";

export type Families = readonly FamilyAtLength[];

export function familiesOf(answer: ClassAnswer): Families {
  return survivalFamilies(answer.outcomes, {
    ...screenEvidence(answer),
    citationOf,
    patientsOf: (cohort) => dataset.cohorts.find(({ id }) => id === cohort)?.n ?? null,
  });
}

interface Props {
  answer: ClassAnswer;
  families: Families;
}

export function Survival({ answer, families }: Props) {
  if (families.length === 0) return null;
  return (
    <section id="survival">
      <h2>Survival, as reported</h2>
      {matchedIn(answer.outcomes).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Fold id="medians" title="Medians and months, never pooled" look="narrow">
        {families.map((family) => (
          <Family key={family.family} {...family} />
        ))}
        <p class="key">{legend}</p>
      </Fold>
    </section>
  );
}

const legend = `${dottedKey} Bold: reported for that month. ≥: at least, from the later month. >50, <50, ≈50: more than, fewer than or about 50, from the median and its interval. –: not known. Cut: months followed, of an older cut.`;

/** On the site itself. */
const site = "";

function Family({ family, medians, trials, starts }: FamilyAtLength) {
  const title = words.title[family];
  const ruler = {
    key: "",
    medians: medians.map(({ counted, citation, ...median }) => ({
      ...median,
      doubt: (
        <>
          {median.doubt ?? counted}
          <Cite of={[citation]} at="median" />
        </>
      ),
    })),
  };
  const lines = trials.map((trial) => ({
    ...trial,
    months: trial.months.map(({ text, isBound, beneath, citation }, index) => ({
      isBound,
      text: citation ? (
        <>
          {isBound ? text : <strong>{text}</strong>}
          <Cite of={[citation]} at={`month ${survivalMonths[index]}`} />
          {beneath.map((line) => (
            <small key={line}> {line}</small>
          ))}
        </>
      ) : (
        text
      ),
    })),
  }));
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
          <p class="key">{starts}</p>
        </div>
      )}
    </div>
  );
}
