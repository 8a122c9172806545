/** Draws survival as reported: matched results, every median on the axis of months, and the months of each trial. */

import { survivalMonths } from "#core/evidence/survival-months.ts";
import { dottedKey, type Median } from "#presentation/row/medians-view.ts";
import {
  listTextsBelowSurvivalAtMonth,
  makeMonthCellView,
  makeMonthsLines,
} from "#presentation/row/months-view.ts";
import {
  type FamilyView,
  gatherSurvivalFamilies,
  makeSurvivalFamilyView,
  type ReportedFamily,
} from "#presentation/views/survival.ts";
import { survivalTitles } from "#presentation/words/names.ts";
import { joinBySpaces } from "#presentation/words/sentences.ts";
import { Ruler } from "#widget/row/ruler.tsx";
import { MonthsTable } from "#widget/views/survival/survival.tsx";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { gatherScreenEvidence } from "../../answers/compute/screen-evidence.ts";
import { Fold, Section } from "../kit/kit.tsx";
import { Cite, findFigureCitation, makeStudyReference } from "./numbered-references.tsx";

/** Holds a kind of survival as a screen shows it, and what it rests on. */
export interface FamilyInReport extends ReportedFamily {
  readonly view: FamilyView;
}

export type Families = readonly FamilyInReport[];

/** Returns each kind of survival; empty if no outcome is survival at a month. */
export function listSurvivalFamilies(answer: ClassAnswer): Families {
  return gatherSurvivalFamilies(answer, gatherScreenEvidence(answer)).map((family) => ({
    ...family,
    view: makeSurvivalFamilyView(family, answer, {
      cite: (sources) => sources.map(makeStudyReference),
    }),
  }));
}

interface SurvivalProps {
  families: Families;
}

export function Survival({ families }: SurvivalProps) {
  if (families.length === 0) return null;
  const matched = families.flatMap(({ view }) => view.matched);
  return (
    <Section id="survival" title="Survival, as reported">
      <Fold id="medians" title="Medians and months, never pooled" look="narrow">
        {families.map((family) => (
          <SurvivalFamilyPart key={family.family} {...family} />
        ))}
        <p class="key">{legend}</p>
      </Fold>
      {matched.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Section>
  );
}

const legend = `${dottedKey} Bold: reported for that month. ≥: at least, from the later month. >50, <50, ≈50: more than, fewer than or about 50, from the median. Cut: months followed, of an older cut.`;

function SurvivalFamilyPart({ family, medians, trials, view }: FamilyInReport) {
  const title = survivalTitles[family];
  const ruler = view.ruler && {
    ...view.ruler,
    key: "",
    medians: view.ruler.medians.map((line) => ({
      ...line,
      detail: (
        <>
          {line.detail}
          <Cite of={listMedianCitations(line.cohort, medians)} at="median" />
        </>
      ),
    })),
  };
  const lines = makeMonthsLines(trials, (cell, cohort, month) => {
    const { text, isBound } = makeMonthCellView(cell);
    const citation = "landmark" in cell ? findFigureCitation(cohort, cell.landmark) : null;
    return {
      isBound,
      text: citation ? (
        <>
          {isBound ? text : <strong>{text}</strong>}
          <Cite of={[citation]} at={`month ${month}`} />
          {listTextsBelowSurvivalAtMonth(cell).map((line) => (
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
      {ruler && (
        <div>
          <h3>{title}, medians</h3>
          <Ruler ruler={ruler} label={`${title}, medians`} />
        </div>
      )}
      {trials.length > 0 && (
        <div>
          <h3>{title}, of 100 patients by month</h3>
          <MonthsTable
            months={survivalMonths}
            trials={lines}
            label={`${title}, of 100 patients by month`}
          />
          <p class="key">{joinBySpaces([view.twice, view.about])}</p>
        </div>
      )}
    </div>
  );
}

function listMedianCitations(cohort: string, medians: readonly Median[]) {
  return medians.filter((median) => median.cohort === cohort).map(({ citation }) => citation);
}
