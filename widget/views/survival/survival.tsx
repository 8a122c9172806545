/**
 * Survival, trial by trial: hazard ratios, then one kind of survival at a time, its medians on a ruler, a
 * table of months and the rows that may be opened; deaths last.
 */
import { useState } from "preact/hooks";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { StatedFamily } from "#presentation/statement/survival.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { survival as words } from "#words/survival.ts";
import { Opener } from "../../row/opener.tsx";
import { Randomised } from "../../row/randomised.tsx";
import { Unreported } from "../../row/unreported.tsx";
import { Headline } from "../headline.tsx";
import { Rows } from "../overview.tsx";
import type { View, ViewProps } from "../shell.tsx";
import { Months } from "./months.tsx";
import { Ruler } from "./ruler.tsx";

type OfSurvival = ViewProps<ScreenOf<"survival">>;

export const survival: View<"survival"> = {
  Head: Headline,
  Body: (props) => {
    const { view } = props;
    const deaths = new Set(view.survival.deaths);
    const ofDeaths = view.rows.filter(({ outcome }) => deaths.has(outcome));
    const others = view.rows.filter(({ outcome }) => !deaths.has(outcome));
    return (
      <>
        {view.randomised && <Randomised view={view.randomised} of={props.strings.of100} />}
        <Rows {...props} rows={others} />
        <Survival {...props} rows={ofDeaths} />
        <Unreported {...props} />
      </>
    );
  },
};

interface Props extends OfSurvival {
  rows: readonly RowView[];
}

function Survival(props: Props) {
  const { view, rows, stale, act } = props;
  const { matched, families, note } = view.survival;
  const [chosen, choose] = useState(families[0]?.family);
  // Another question may not have the kind that was chosen.
  const shown = families.find(({ family }) => family === chosen) ?? families[0];
  return (
    <div class="survival" aria-busy={stale || undefined}>
      {matched.map((text) => (
        <p key={text} class="matched">
          {text}
        </p>
      ))}
      {families.length > 1 && (
        <fieldset class="segments" aria-label={words.show}>
          {families.map(({ family }) => (
            <label key={family}>
              <input
                type="radio"
                name="family"
                checked={family === shown?.family}
                disabled={!act}
                onChange={() => choose(family)}
              />
              <span>{words.families[family]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {families.map((family) => (
        <Family key={family.family} {...props} of={family} hidden={family !== shown} />
      ))}
      {note && <p class="muted">{note}</p>}
      {rows.length > 0 && (
        <section>
          <h3>
            {words.deaths} <small>{words.of100}</small>
          </h3>
          <Rows {...props} />
        </section>
      )}
    </div>
  );
}

function Family(props: Props & { of: StatedFamily; hidden: boolean }) {
  const { view, of, hidden, openRow, act, site } = props;
  const { family, ruler, trials, absent } = of;
  const title = words.title[family];
  const outcomeAt = (month: number) => landmarkOutcome({ family, month });
  return (
    <section hidden={hidden}>
      <h3>
        {title} {ruler && <small>{words.medians}</small>}
      </h3>
      {ruler && <Ruler ruler={ruler} label={`${title}: ${words.medians}`} site={site} />}
      {trials.length > 0 && (
        <>
          <p class="muted caption">{words.byMonth}</p>
          <Months
            months={view.survival.months}
            trials={trials}
            label={`${title}: ${words.byMonth}`}
            site={site}
          />
        </>
      )}
      {!ruler && trials.length === 0 && <p class="muted">{words.nothing}</p>}
      {absent && <p class="muted">{absent}</p>}
      {of.opened.length > 0 && (
        <p class="muted openers">
          {words.opened}{" "}
          {of.opened.map((month) => (
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
    </section>
  );
}
