/** Draws an opened row, loaded when it is opened: its numbers, and everything behind them. */
import "#presentation/svg/unbroken.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "#presentation/row/row-name.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { asReported, withNoun } from "#presentation/words/counts.ts";
import { compareProducts, noNumber } from "#presentation/words/element.ts";
import type { AnswerProps } from "../app.tsx";
import { copierOf } from "../copying.tsx";
import { surroundings } from "../page/environment.ts";
import { parameterIn, withOutcome } from "../question.ts";
import { isPending, type Loaded } from "../store.ts";
import { useLoaded } from "../use-loaded.ts";
import { RowsOnAxis } from "../views/overview.tsx";
import { Share } from "../views/share.tsx";
import { FailureState, Loading } from "../views/states.tsx";
import { Analyses } from "./analyses.tsx";
import { Calculation } from "./calculation.tsx";
import { Drugs } from "./drugs.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { PublishedResults } from "./published.tsx";
import { TrialBlock } from "./randomised.tsx";
import { BothSides } from "./row.tsx";
import { AxisHead } from "./strip.tsx";
import { TimingLines } from "./timing.tsx";
import { type Leaving, TrialsOfRow } from "./trials.tsx";

export interface OpenedRowProps extends AnswerProps {
  outcome: string;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
  /** Asks the question without these trials. */
  onLeave: (ids: readonly string[]) => void;
}

/** Describes the properties that all parts of an opened row share. */
export interface RowPartProps {
  row: OpenedRow;
  /** The question of the row; `null` if it is about a patient, which no link holds. */
  question: string | null;
  onProducts: (() => void) | undefined;
  leaving: Leaving;
}

/** Returns the notes of a row that belong to a part. */
export function notesAt({ notes }: OpenedRow, part: OpenedRow["notes"][number]["place"]) {
  return notes.filter(({ place }) => place === part).map(({ text }) => text);
}

/** Loads the row when it is opened; while the row of another question is on its way, the one before stays. */
export function LoadedRow(props: OpenedRowProps) {
  const { state, loaded, ask, send, outcome } = props;
  const { canonical, answerVersion } = loaded.view;
  const isPrivate = loaded.forPatient !== undefined;
  // A table that was asked for again and is the same has an older row: that is asked for again, too.
  const isSame = !state.isOutdated && state.renewedVersion === answerVersion;
  const key = `${answerVersion} ${isSame} ${canonical}`;
  const { value, failure, retry } = useLoaded(key, async (signal) => {
    const isRenewed = state.renewedVersion !== null;
    return (await ask.row(outcome, canonical, { signal, isPrivate, isRenewed })).body;
  });
  // The numbers of a row and of the table above it are of one release, or there are none.
  const isOther = value !== null && value.answerVersion !== answerVersion;
  useEffect(() => {
    if (isOther) send("outdated", null);
  }, [isOther, send]);
  // The row is kept with its answer, whose question its links and its copied text name.
  const last = useRef<{ row: OpenedRow; loaded: Loaded } | null>(null);
  if (value && !isOther) last.current = { row: value, loaded };
  if (failure) return <FailureState failure={failure} onRetry={retry} />;
  if (isOther && !state.isOutdated && !isPending(state)) {
    const again = () => {
      retry();
      send("outdated", true);
    };
    return <FailureState failure={{ kind: "failed" }} onRetry={again} />;
  }
  if (last.current === null) return <Loading />;
  const isStale = last.current.row !== value;
  return (
    <div class={isStale ? "muted" : ""} aria-busy={isStale || undefined}>
      <OpenedParts {...props} {...last.current} />
    </div>
  );
}

interface OpenedPartsProps extends OpenedRowProps {
  row: OpenedRow;
}

/** The parts go from the numbers to their sources, in one scroll; lists of many lines are folded. */
export function OpenedParts(props: OpenedPartsProps) {
  const { state, loaded, send, outcome, row, onProducts, onLeave } = props;
  const { canonical } = loaded.view;
  const part: RowPartProps = {
    row,
    question: loaded.forPatient ? null : canonical,
    onProducts,
    leaving: {
      ids: parameterIn(state.query, "exclude")?.split(",") ?? [],
      onChange: onLeave,
    },
  };
  const copy = copierOf(props, withOutcome(canonical, outcome), row.copied);
  const openBehind = (rows: readonly RowView[]) => (id: string) => {
    const view = rows.find((entry) => entry.outcome === id);
    if (view) send("rowBehindOpened", { outcome: id, behind: { name: nameOf(view), of: outcome } });
  };
  return (
    <>
      <OpenedRowHead {...part} />
      {row.analyses && <Analyses analyses={row.analyses} />}
      {row.behind.map(({ heading, inShort, rows, waiting }) => {
        const lines = (
          <>
            <RowsOnAxis {...props} rows={rows} level="h5" act={{ toggleRow: openBehind(rows) }} />
            {waiting && (
              <FoldedPart title={waiting.text}>
                <TimingLines lines={waiting.lines} />
              </FoldedPart>
            )}
          </>
        );
        return inShort === null ? (
          <section key={heading}>
            <h4>{heading}</h4>
            {lines}
          </section>
        ) : (
          <FoldedPart key={heading} title={inShort}>
            {lines}
          </FoldedPart>
        );
      })}
      {row.randomised.length > 0 && (
        <section>
          <h4>Randomised, each against its own standard</h4>
          {row.randomised.map((block) => (
            <TrialBlock key={block.texts[0]} block={block} level="h5" />
          ))}
        </section>
      )}
      <DrugsOfRow {...part} />
      <FoldedPart title={row.trials > 0 ? `Sources: ${withNoun(row.trials, "trial")}` : "Sources"}>
        <TrialsOfRow {...part} />
      </FoldedPart>
      {row.timing.length > 0 && (
        <FoldedPart title="How soon, how long">
          <p class="muted">{asReported}</p>
          <TimingLines lines={row.timing} />
        </FoldedPart>
      )}
      <FoldedPart title="Published pools and comparisons">
        <PublishedResults {...part} />
      </FoldedPart>
      <FoldedPart title="How it is computed">
        <Calculation {...part} />
      </FoldedPart>
      <div class="acts">
        <Share copy={copy} ways={["summary"]} />
      </div>
    </>
  );
}

function DrugsOfRow({ row, onProducts }: RowPartProps) {
  const { drugs } = row;
  return (
    <section>
      <h4>By drug</h4>
      {drugs.length === 0 ? <p>{noNumber}</p> : <Drugs drugs={drugs} site={surroundings.site} />}
      {onProducts && drugs.length > 0 && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {compareProducts}
          </button>
        </div>
      )}
      <Notes notes={notesAt(row, "products")} />
    </section>
  );
}

function FoldedPart({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function OpenedRowHead({ row: { head } }: RowPartProps) {
  const { view, lead, range, next, asides, beneath } = head;
  return (
    <div class="row-head">
      <AxisHead />
      <BothSides row={view} />
      <p class="hidden">{view.heard}</p>
      {lead && (
        <p>
          <strong>{lead}</strong> {range}
        </p>
      )}
      <Paragraphs texts={asides} kind="aside" />
      {next && <p class="muted">{next}</p>}
      <Paragraphs texts={view.notes} />
      {beneath && <p class="muted">{beneath}</p>}
    </div>
  );
}
