/**
 * Survival, trial by trial: what randomised trials found, medians on a ruler, a table of months, the
 * rows that may be opened, and deaths last.
 */
import { landmarkOutcome } from "#data/landmarks.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import { outcomesOf, type StatedFamily } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { type Draw, drawing } from "../classes/classes.tsx";
import { Head } from "../classes/head.tsx";
import { Opener } from "../classes/opener.tsx";
import type { View, ViewProps } from "../shell.tsx";
import { Months } from "./months.tsx";
import { Ruler } from "./ruler.tsx";

type OfSurvival = ViewProps<ScreenOf<"survival">>;

export const survival: View<"survival"> = {
  Head,
  Body: (props) => {
    const own = outcomesIn(props);
    const rows = props.view.rows.filter(({ outcome }) => own.includes(outcome));
    const draw = drawing(props, props.view.rows);
    return (
      <>
        <ol class="rows">
          {props.view.rows.filter(({ outcome }) => !own.includes(outcome)).map(draw)}
        </ol>
        <Survival {...props} rows={rows} draw={draw} />
      </>
    );
  },
};

/** Whose rows stand with their survival. */
function outcomesIn({ view }: OfSurvival): readonly string[] {
  return outcomesOf(view.survival).filter((outcome) => outcome !== view.told);
}

interface Props extends OfSurvival {
  rows: readonly RowStatement[];
  draw: Draw;
}

export function Survival(props: Props) {
  const { view, stale } = props;
  const { matched, families, deaths } = view.survival;
  return (
    <div class="survival" aria-busy={stale || undefined}>
      {matched.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {families.map((family) => (
        <Family key={family.family} {...props} family={family} />
      ))}
      {deaths.length > 0 && (
        <section>
          <h3>{words.deaths}</h3>
          <OwnRows {...props} outcomes={deaths} />
        </section>
      )}
    </div>
  );
}

function Family(props: Props & { family: StatedFamily }) {
  const { view, family: stated, openRow, act } = props;
  const { family, randomised, medians, trials, absent } = stated;
  const title = words.title[family];
  const isFirst = stated === view.survival.families.find((one) => one.trials.length > 0);
  const outcomeAt = (month: number) => landmarkOutcome({ family, month });
  return (
    <section>
      <h3>{title}</h3>
      {randomised && (
        <>
          <p class="muted">{randomised.lead}</p>
          <ul class="randomised">
            {randomised.results.map((result) => (
              <li key={result}>{result}</li>
            ))}
          </ul>
        </>
      )}
      {medians.length > 0 && (
        <>
          <p class="muted">{words.medians}</p>
          <Ruler
            medians={medians}
            scale={view.survival.families.flatMap((one) => one.medians)}
            label={`${title}: ${words.medians}`}
          />
        </>
      )}
      {trials.length > 0 && (
        <>
          <p class="muted caption">{words.byMonth}</p>
          <Months
            months={view.survival.months}
            trials={trials}
            label={`${title}: ${words.byMonth}`}
          />
          {isFirst && <p class="muted">{view.survival.note}</p>}
        </>
      )}
      {medians.length + trials.length === 0 && <p class="muted">{words.nothing}</p>}
      {absent && <p class="muted">{absent}</p>}
      {stated.opened.length > 0 && (
        <p class="muted openers">
          {words.opened}{" "}
          {stated.opened.map((month) => (
            <Opener
              key={month}
              outcome={outcomeAt(month)}
              open={outcomeAt(month) === openRow}
              onToggleRow={act?.toggleRow}
            >
              {month}
            </Opener>
          ))}
        </p>
      )}
    </section>
  );
}

function OwnRows({ rows, draw, outcomes }: Props & { outcomes: readonly string[] }) {
  const found = rows.filter(({ outcome }) => outcomes.includes(outcome));
  return found.length > 0 ? <ol class="rows">{found.map(draw)}</ol> : null;
}
