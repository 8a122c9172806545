/** Both classes: the outcomes on one axis, under their headings, then those of which nothing is reported. */
import type { BeforeTreatment } from "#presentation/views/before-treatment.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { RandomisedTrials } from "../row/randomised.tsx";
import { OutcomeRows, type OutcomeRowsProps } from "../row/row.tsx";
import { AxisHead } from "../row/strip.tsx";
import { TimingLines } from "../row/timing.tsx";
import { Unreported } from "../row/unreported.tsx";
import { Harms } from "./harms.tsx";
import { Headline } from "./headline.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

export const overviewView: ViewParts<"classes"> = { Head: Headline, Body: OverviewBody };

function OverviewBody(props: ViewProps<ScreenOf<"classes">>) {
  const { view } = props;
  return (
    <>
      {view.randomised && <RandomisedTrials view={view.randomised} />}
      {view.harmGroups ? (
        <Harms {...props} groups={view.harmGroups} />
      ) : (
        <RowsOnAxis {...props} rows={view.rows} />
      )}
      {view.before && <Before {...props} before={view.before} />}
      {view.rows.length > 0 && (
        <p class="key">
          {view.harmGroups ? elementTexts.keyOfHarms : elementTexts.key} {view.legend}
        </p>
      )}
      <Unreported {...props} />
    </>
  );
}

/** Draws what precedes a treatment, folded under its numbers. */
function Before({ before, ...props }: ViewProps & { before: BeforeTreatment }) {
  const { inShort, rows, lines, fullDose } = before;
  return (
    <details class="before">
      <summary>
        <strong>Before treatment</strong> {inShort}
      </summary>
      <RowsOnAxis {...props} rows={rows} />
      <TimingLines lines={lines} />
      {fullDose && <p class="muted">{fullDose}.</p>}
    </details>
  );
}

/** Draws rows below their axis. */
export function RowsOnAxis({ rows, level = "h3", ...props }: OutcomeRowsProps) {
  if (rows.length === 0) return null;
  return (
    <div class="table">
      <AxisHead />
      <OutcomeRows {...props} rows={rows} level={level} />
    </div>
  );
}
