/**
 * Draws the parts of an opened row, from the numbers to their sources. The panel of the element and each row of a report
 * are the same parts; lists of many lines are folded.
 */
import type { ComponentChildren } from "preact";
import type { RowParts } from "#presentation/views/opened-row.ts";
import { asReported, formatCountWithNoun } from "#presentation/words/counts.ts";
import { compareProducts, noNumber } from "#presentation/words/element.ts";
import { Analyses } from "./analyses.tsx";
import { Calculation } from "./calculation.tsx";
import { Drugs } from "./drugs.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { PublishedPools } from "./published.tsx";
import { ArmsTable } from "./randomised.tsx";
import { BothSides } from "./row.tsx";
import { AxisHead } from "./strip.tsx";
import { useSurface } from "./surface.tsx";
import { TimingLines } from "./timing.tsx";
import { type Leaving, TrialsOfRow } from "./trials.tsx";

export interface RowPartProps {
  row: RowParts;
}

interface OpenedPartsProps extends RowPartProps {
  /** The question of the row; `null` if no link holds it. */
  question: string | null;
  /** Leads to products side by side; absent if they are shown already, and in a report. */
  onProducts?: (() => void) | undefined;
  /** Holds the trials that the question leaves out; `null` where no question can be changed. */
  leaving: Leaving | null;
  /** Draws how deep responses were. */
  deeper?: ComponentChildren;
  /** Draws comparisons by others, which stand above the published pools. */
  compared?: ComponentChildren;
}

export function listPartNotes({ notes }: RowParts, part: RowParts["notes"][number]["place"]) {
  return notes.filter(({ place }) => place === part).map(({ text }) => text);
}

export function OpenedParts(props: OpenedPartsProps) {
  const { row, question, leaving, deeper, compared } = props;
  const { Fold } = useSurface();
  return (
    <>
      <OpenedRowHead row={row} />
      {row.analyses && <Analyses analyses={row.analyses} />}
      {row.randomised.length > 0 && (
        <section>
          <h4>Randomised, each against its own standard</h4>
          {row.randomised.map((table) => (
            <ArmsTable key={`${table.title} ${table.about}`} table={table} level="h5" />
          ))}
        </section>
      )}
      <DrugsOfRow {...props} />
      {deeper}
      <Fold
        title={row.trials > 0 ? `Sources: ${formatCountWithNoun(row.trials, "trial")}` : "Sources"}
        hasTrials
      >
        <TrialsOfRow row={row} leaving={leaving} />
      </Fold>
      {row.timing.length > 0 && (
        <Fold title={`How soon, how long: ${formatCountWithNoun(row.timing.length, "trial")}`}>
          <p class="muted">{asReported}</p>
          <TimingLines lines={row.timing} />
        </Fold>
      )}
      {(compared !== undefined || row.published) && (
        <Fold
          title={extendFoldTitle(
            compared !== undefined ? "Published pools and comparisons" : "Published pools",
            row.published?.inShort,
          )}
        >
          {compared}
          {row.published && (
            <PublishedPools {...row.published} hasHeading={compared !== undefined} />
          )}
        </Fold>
      )}
      <Fold title="How it is computed">
        <Calculation row={row} question={question} />
      </Fold>
    </>
  );
}

/** Adds what a fold holds to its title: "Published pools: CAR-T 77–89, bispecific 58–66 of 100". */
function extendFoldTitle(title: string, inShort: string | undefined): string {
  return inShort ? `${title}: ${inShort}` : title;
}

function DrugsOfRow({ row, onProducts }: Pick<OpenedPartsProps, "row" | "onProducts">) {
  const { drugs } = row;
  const { site } = useSurface();
  return (
    <section>
      <h4>By drug</h4>
      {drugs.length === 0 ? <p>{noNumber}</p> : <Drugs drugs={drugs} site={site} />}
      {onProducts && drugs.length > 0 && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {compareProducts}
          </button>
        </div>
      )}
      <Notes notes={listPartNotes(row, "products")} />
    </section>
  );
}

function OpenedRowHead({ row: { head } }: RowPartProps) {
  const { view, statements, next, asides, remarks, beneath } = head;
  return (
    <div class="row-head">
      <AxisHead />
      <BothSides row={view} />
      <p class="hidden">{view.heard}</p>
      {statements.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Paragraphs texts={asides} kind="aside" />
      {next && <p class="muted">{next}</p>}
      {remarks.length > 0 && <p class="muted">{remarks.join(" ")}</p>}
      {beneath && <p class="muted">{beneath}</p>}
    </div>
  );
}
