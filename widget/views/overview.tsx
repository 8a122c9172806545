/** Both classes: the outcomes on one axis, under their headings, then those of which nothing is reported. */
import type { ComponentChildren } from "preact";
import type { RowView } from "#presentation/row/row-view.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";
import { RandomisedTrials } from "../row/randomised.tsx";
import { OutcomeRows, type OutcomeRowsProps } from "../row/row.tsx";
import { AxisHead } from "../row/strip.tsx";
import { UnreportedOutcomes } from "../row/unreported.tsx";
import { FoldedBeforeTreatment } from "./before-treatment.tsx";
import { Harms } from "./harms.tsx";
import { CertaintyBox, Headline } from "./headline.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

export const overviewView: ViewParts<"classes"> = { Head: Headline, Body: OverviewBody };

function OverviewBody(props: ViewProps<ScreenOf<"classes">>) {
  const { view } = props;
  return (
    <>
      {/* Without a table the line of a trial stands above the tabs, so that nobody reads the rows as randomised. */}
      {view.randomised && view.randomised.tables.length > 0 && (
        <RandomisedTrials view={view.randomised} />
      )}
      {view.randomised?.heading && view.rows.length > 0 && (
        <h3 class="trial">{view.randomised.heading}</h3>
      )}
      {view.doubt?.isOfClasses && <CertaintyBox doubt={view.doubt} />}
      {view.harmGroups ? (
        <Harms {...props} groups={view.harmGroups} />
      ) : (
        <RowsOnAxis {...props} rows={view.rows} />
      )}
      {view.foldedRows ? (
        <FoldedRows rows={view.foldedRows} hasBefore={view.before !== null}>
          <RowsOnAxis {...props} rows={view.foldedRows} />
          <AfterRows {...props} />
        </FoldedRows>
      ) : (
        <AfterRows {...props} />
      )}
    </>
  );
}

/** Draws what follows the rows: what precedes a treatment, the key, and what no trial reports. */
function AfterRows(props: ViewProps<ScreenOf<"classes">>) {
  const { before, key } = props.view;
  return (
    <>
      {before && (
        <FoldedBeforeTreatment before={before}>
          <RowsOnAxis {...props} rows={before.rows} />
        </FoldedBeforeTreatment>
      )}
      {key && <p class="key">{key}</p>}
      <UnreportedOutcomes {...props} />
    </>
  );
}

interface FoldedRowsProps {
  rows: readonly RowView[];
  hasBefore: boolean;
  children: ComponentChildren;
}

function FoldedRows({ rows, hasBefore, children }: FoldedRowsProps) {
  const names = [...rows.map(({ label }) => label), hasBefore && "before treatment", "key"];
  return (
    <details class="further-rows">
      <summary>
        <strong>More</strong> {joinByCommas(names)}
      </summary>
      {children}
    </details>
  );
}

export function RowsOnAxis({ rows, level = "h3", ...props }: OutcomeRowsProps) {
  if (rows.length === 0) return null;
  return (
    <div class="table">
      <AxisHead />
      <OutcomeRows {...props} rows={rows} level={level} />
    </div>
  );
}
