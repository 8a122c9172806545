/**
 * Survival, trial by trial: medians on a ruler, what was printed at each month as lines, the rows that
 * may be opened, and deaths last. Not part of the first view; the server draws it, too.
 */
import type { VNode } from "preact";
import { landmarkOutcome } from "#data/landmarks.ts";
import { survivalStyles } from "#generated/survival-styles.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import type { StatedFamily, SurvivalStatement } from "#presentation/statement/survival.ts";
import { survival as words } from "#words/survival.ts";
import { adoptStyles } from "../../page/adopt-styles.ts";
import { Opener } from "../compare/opener.tsx";
import { Lines } from "./lines.tsx";
import { Ruler } from "./ruler.tsx";

interface Props {
  survival: SurvivalStatement;
  rows: readonly RowStatement[];
  /** The numbers are of the previous question. */
  stale?: boolean | undefined;
  openRows?: readonly string[] | undefined;
  onToggleRow?: ((outcome: string) => void) | undefined;
  /** Draws one row as usual. */
  draw: (row: RowStatement) => VNode;
}

export function Survival(props: Props) {
  const { survival, stale } = props;
  const { published, note, families, deaths } = survival;
  return (
    <div
      class="survival"
      aria-busy={stale || undefined}
      ref={(node) => adoptStyles(node, survivalStyles)}
    >
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
          <Rows {...props} outcomes={deaths} />
        </section>
      )}
    </div>
  );
}

function Family(props: Props & { family: StatedFamily }) {
  const { survival, family: stated, openRows = [], onToggleRow } = props;
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
            scale={survival.families.flatMap((one) => one.medians)}
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
      <Rows {...props} outcomes={drawn.map(outcomeAt)} />
      {others.length > 0 && (
        <p class="muted openers">
          {words.others}{" "}
          {others.map((month) => (
            <Opener
              key={month}
              outcome={outcomeAt(month)}
              open={openRows.includes(outcomeAt(month))}
              onToggleRow={onToggleRow}
            >
              {month}
            </Opener>
          ))}
        </p>
      )}
      {silent.length > 0 && <p class="muted">{words.silent(silent)}</p>}
      <Rows {...props} outcomes={opened} />
    </section>
  );
}

function Rows({ rows, draw, outcomes }: Props & { outcomes: readonly string[] }) {
  const found = rows.filter(({ outcome }) => outcomes.includes(outcome));
  return found.length > 0 ? <ol class="rows">{found.map(draw)}</ol> : null;
}
