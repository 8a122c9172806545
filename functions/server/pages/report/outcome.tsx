/** Draws one outcome of a report: its row, opened as in the panel of the element, with the numbers of its sources. */
import type { ComponentChildren } from "preact";
import type { TrialLine } from "#presentation/row/trial-lines.ts";
import { OpenedParts } from "#widget/row/opened-parts.tsx";
import {
  type LineSource,
  linkedSurface,
  type RowSurface,
  SurfaceProvider,
} from "#widget/row/surface.tsx";
import { Fold, RecordLink } from "../kit/kit.tsx";
import { Cite, OutcomeRead } from "./references.tsx";
import type { ReportLinks } from "./report-links.ts";
import type { ReportedRow } from "./report-view.ts";

interface OutcomeProps {
  row: ReportedRow;
  links: Pick<ReportLinks, "forest" | "fitted">;
  /** True if the report has many outcomes or trials: each is then folded until a reader opens it. */
  isFolded: boolean;
}

export function ReportedOutcome({ row, links, isFolded }: OutcomeProps) {
  const { outcome, title, head } = row;
  const parts = (
    <OutcomeRead.Provider value={head.view.label}>
      <div class="opened">
        <OpenedParts row={row} question={null} leaving={null} />
        <RowFileLinks row={row} links={links} />
      </div>
    </OutcomeRead.Provider>
  );
  if (isFolded) {
    return (
      <Fold id={outcome} title={title}>
        {parts}
      </Fold>
    );
  }
  return (
    <article id={outcome}>
      <h3>{title}</h3>
      <Fold id={`${outcome}-seen`} title="Numbers, analyses, trials, sources" look="narrow">
        {parts}
      </Fold>
    </article>
  );
}

/** Links to the files that fit and draw the row again; nothing without a number. */
function RowFileLinks({ row: { outcome, tables }, links }: Pick<OutcomeProps, "row" | "links">) {
  const [fitted, forest] = [links.fitted(outcome), links.forest(outcome)];
  if (tables.length === 0 || !fitted || !forest) return null;
  return (
    <p class="files">
      <a href={fitted}>Fit again (R script)</a>{" "}
      <a
        class="plot"
        href={forest}
        data-label="Save as PNG"
        data-failed="Could not be saved: try again"
      >
        Forest plot (SVG)
      </a>
    </p>
  );
}

function NumberedFigures({ figures }: Pick<TrialLine, "figures">) {
  return (
    <>
      {figures.map(({ text, citation }) => (
        <small key={text}>
          {text}
          <Cite of={[citation]} />
        </small>
      ))}
    </>
  );
}

function NumberedSources({ of }: { of: readonly LineSource[] }) {
  return <Cite of={of} />;
}

const FoldOfReport: RowSurface["Fold"] = ({ title, hasTrials, children }) => (
  <Fold title={title} look={hasTrials ? "narrow" : undefined}>
    {children}
  </Fold>
);

const surface: RowSurface = {
  ...linkedSurface,
  Fold: FoldOfReport,
  TrialName: RecordLink,
  Figures: NumberedFigures,
  Sources: NumberedSources,
};

/** Draws rows and trials with the numbers of their sources, which the report lists at its end. */
export function NumberedSourcesProvider({ children }: { children: ComponentChildren }) {
  return <SurfaceProvider value={surface}>{children}</SurfaceProvider>;
}
