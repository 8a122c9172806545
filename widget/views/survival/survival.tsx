/**
 * Survival, trial by trial: randomised and matched results, then one kind of survival at a time, its medians on a
 * ruler, a table of months and the rows that may be opened; deaths by cause last.
 */
import { useState } from "preact/hooks";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import type { FamilyView } from "#presentation/views/survival.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { survivalNames, survivalTitles } from "#presentation/words/survival.ts";
import { Opener } from "../../row/opener.tsx";
import { RandomisedTrials } from "../../row/randomised.tsx";
import { Ruler } from "../../row/ruler.tsx";
import { Unreported } from "../../row/unreported.tsx";
import { Headline } from "../headline.tsx";
import { RowsOnAxis } from "../overview.tsx";
import type { ViewParts, ViewProps } from "../shell.tsx";
import { Months } from "./months.tsx";

const mediansTitle = "Median months, trial by trial";
const byMonthTitle = "of 100, by month";

type SurvivalViewProps = ViewProps<ScreenOf<"survival">>;

export const survivalView: ViewParts<"survival"> = {
  Head: Headline,
  Body: (props) => {
    const { view } = props;
    const isDeath = ({ outcome }: RowView) => view.survival.deaths.includes(outcome);
    return (
      <>
        {view.randomised && <RandomisedTrials view={view.randomised} />}
        <RowsOnAxis {...props} rows={view.rows.filter((row) => !isDeath(row))} />
        <SurvivalByKind {...props} rows={view.rows.filter(isDeath)} />
        <Unreported {...props} />
      </>
    );
  },
};

interface SurvivalByKindProps extends SurvivalViewProps {
  rows: readonly RowView[];
}

function SurvivalByKind(props: SurvivalByKindProps) {
  const { view, rows, stale, act } = props;
  const { matched, families } = view.survival;
  const [chosen, choose] = useState(families[0]?.family);
  // Another question may not have the kind that was chosen.
  const current = families.find(({ family }) => family === chosen) ?? families[0];
  return (
    <>
      {matched.map((text) => (
        <div key={text} class="lot">
          <p class="muted">{text}</p>
        </div>
      ))}
      <div class="survival" aria-busy={stale || undefined}>
        {families.length > 1 && (
          <fieldset class="segments" aria-label="Show">
            {families.map(({ family }) => (
              <label key={family}>
                <input
                  type="radio"
                  name="family"
                  checked={family === current?.family}
                  disabled={!act}
                  onChange={() => choose(family)}
                />
                <span>{capitalised(survivalNames[family])}</span>
              </label>
            ))}
          </fieldset>
        )}
        {/* The page of the server is light: it draws only what is shown first. */}
        {families.map(
          (family) =>
            (act || family === current) && (
              <FamilySection
                key={family.family}
                {...props}
                of={family}
                hidden={family !== current}
              />
            ),
        )}
        {rows.length > 0 && (
          <div class="deaths">
            <h3>
              Deaths by cause <small>causes overlap, trials differ</small>
            </h3>
            <RowsOnAxis {...props} level="h4" />
            <p class="key">{view.key}</p>
          </div>
        )}
      </div>
    </>
  );
}

function FamilySection(props: SurvivalByKindProps & { of: FamilyView; hidden: boolean }) {
  const { view, of, hidden, openRow, act, site } = props;
  const { family, ruler, trials, notes, opened } = of;
  const title = survivalTitles[family];
  const outcomeAt = (month: number) => landmarkOutcome({ family, month });
  return (
    <section hidden={hidden}>
      {ruler && (
        <div class="medians">
          <h3>{mediansTitle}</h3>
          <Ruler ruler={ruler} label={`${title}: ${mediansTitle}`} site={site} />
        </div>
      )}
      <div class="by-month">
        {(trials.length > 0 || !ruler) && (
          <h3>
            {title} {trials.length > 0 && <small>{byMonthTitle}</small>}
          </h3>
        )}
        {trials.length > 0 && (
          <Months
            months={view.survival.months}
            trials={trials}
            label={`${title}, ${byMonthTitle}`}
            site={site}
          />
        )}
        {!ruler && trials.length === 0 && (
          <p class="muted">Not found in any trial of this selection.</p>
        )}
        {notes && <p class="key">{notes}</p>}
        {opened.length > 0 && (
          <p class="unreported openers">
            Sources at month{" "}
            {opened.map((month) => (
              <Opener
                key={month}
                outcome={outcomeAt(month)}
                open={outcomeAt(month) === openRow}
                onToggle={act && (() => act.toggleRow(outcomeAt(month)))}
              >
                {month}
              </Opener>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
