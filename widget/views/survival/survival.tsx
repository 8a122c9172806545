/**
 * Survival, trial by trial: medians on a ruler, what was printed at each month as lines, the rows that
 * may be opened, and deaths last.
 */
import { landmarkOutcome } from "#data/landmarks.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import { outcomesOf, type StatedFamily } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { type Draw, Head, Rows } from "../classes/classes.tsx";
import { Opener } from "../classes/opener.tsx";
import type { View, ViewProps } from "../shell.tsx";
import { Lines } from "./lines.tsx";
import { Ruler } from "./ruler.tsx";

type OfSurvival = ViewProps<ScreenOf<"survival">>;

export const survival: View<"survival"> = {
  Head: (props) => <Head {...props} own={outcomesIn(props)} />,
  Body: (props) => {
    const own = outcomesIn(props);
    const rows = props.view.rows.filter(({ outcome }) => own.includes(outcome));
    return (
      <Rows
        {...props}
        own={own}
        after={(draw) => <Survival {...props} rows={rows} draw={draw} />}
      />
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
  const { published, note, families, deaths } = view.survival;
  return (
    <div class="survival" aria-busy={stale || undefined}>
      {published.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {note && <p>{note}</p>}
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
  const { view, family: stated, openRows = [], act } = props;
  const { family, medians, noMedian, trials, drawn, others, silent } = stated;
  const title = words.title[family];
  const outcomeAt = (month: number) => landmarkOutcome({ family, month });
  const opened = others.map(outcomeAt).filter((outcome) => openRows.includes(outcome));
  return (
    <section>
      <h3>{title}</h3>
      {medians.length > 0 && (
        <>
          <p class="muted">{words.medians}</p>
          <Ruler
            medians={medians}
            scale={view.survival.families.flatMap((one) => one.medians)}
            label={`${title}: ${words.medians}`}
          />
          {noMedian && <p class="muted">{words.noMedian(noMedian)}</p>}
        </>
      )}
      {trials.length > 0 && (
        <>
          <p class="muted caption">{words.lines}</p>
          <Lines trials={trials} label={`${title}: ${words.lines}`} />
        </>
      )}
      {medians.length + trials.length === 0 && <p class="muted">{words.nothing}</p>}
      <OwnRows {...props} outcomes={drawn.map(outcomeAt)} />
      {others.length > 0 && (
        <p class="muted openers">
          {words.others}{" "}
          {others.map((month) => (
            <Opener
              key={month}
              outcome={outcomeAt(month)}
              open={openRows.includes(outcomeAt(month))}
              onToggleRow={act?.toggleRow}
            >
              {month}
            </Opener>
          ))}
        </p>
      )}
      {silent.length > 0 && <p class="muted">{words.silent(silent)}</p>}
      <OwnRows {...props} outcomes={opened} />
    </section>
  );
}

function OwnRows({ rows, draw, outcomes }: Props & { outcomes: readonly string[] }) {
  const found = rows.filter(({ outcome }) => outcomes.includes(outcome));
  return found.length > 0 ? <ol class="rows">{found.map(draw)}</ol> : null;
}
