/**
 * Draws one outcome: its name with how sure its difference is, and both classes on one axis, each with its number. The
 * whole row is the button that opens it.
 */
import { Fragment } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import type { PlacedLabel } from "#presentation/row/labels.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import { makeEmptySide, type SideView } from "#presentation/row/side-view.ts";
import { className } from "#presentation/words/names.ts";
import type { Act, ViewProps } from "../views/shell.tsx";
import { Opener } from "./opener.tsx";
import { type StripGroup, StripWithNumber } from "./strip.tsx";

interface OutcomeRowProps {
  row: RowView;
  /** True if the numbers belong to the previous question. */
  previous?: boolean;
  open: boolean;
  /** Sets the heading level of the row's name. */
  heading: "h3" | "h4" | "h5";
  /** It is absent on the server, because without a script a row cannot be opened. */
  onToggle?: (() => void) | undefined;
}

export interface OutcomeRowsProps extends Pick<ViewProps, "stale" | "openRow"> {
  act?: Pick<Act, "toggleRow"> | undefined;
  rows: readonly RowView[];
  level?: OutcomeRowProps["heading"];
}

/** Draws a list of rows, without the axis above. */
export function OutcomeRows({ rows, level = "h3", stale = false, openRow, act }: OutcomeRowsProps) {
  return (
    <ol class="rows">
      {rows.map((row) => (
        <OutcomeRow
          key={row.outcome}
          row={row}
          previous={stale}
          open={row.outcome === openRow}
          heading={level}
          onToggle={act && (() => act.toggleRow(row.outcome))}
        />
      ))}
    </ol>
  );
}

function OutcomeRow({ row, previous, open, heading: Heading, onToggle }: OutcomeRowProps) {
  const { outcome, label, brief, status, why, carried, notes, inShort, heard } = row;
  return (
    <li
      class={open ? "row open" : "row"}
      part="row"
      data-outcome={outcome}
      data-status={status.code}
      aria-busy={previous || undefined}
    >
      <div class="head">
        <Heading class="name">
          <Opener class="opener" outcome={outcome} open={open} onToggle={onToggle}>
            {label}
            {brief && [" ", <small key="brief">{brief}</small>]}
            <span class="hidden">. {heard}</span>
          </Opener>
        </Heading>
        <RowStatusLine status={status} />
      </div>
      <BothSides row={row} />
      {/* On a phone these texts are one paragraph. */}
      <div class="texts">
        {why && (
          // Both rates are left to the opened row where there is little room: the mark has one of them.
          <p class={why.lead ? "why" : "why rates"}>
            {why.lead} <span class="muted rates">{why.aside}</span>
          </p>
        )}{" "}
        {carried && <p class="carried">{carried}</p>}{" "}
        {inShort && <p class="notes brief">{inShort}</p>}
        {notes.length > 0 && <p class="notes long">{notes.join(" ")}</p>}
      </div>
    </li>
  );
}

const arm = className["car-t"];

/** States the difference of a row with its arm; where 0 lies within, the estimate, then its interval. */
function RowStatusLine({ status: { difference, text, aside } }: Pick<RowView, "status">) {
  return (
    <p class="sure" aria-hidden="true">
      {difference && text && (
        <>
          {arm} <span class="estimate">{difference}; </span>
        </>
      )}
      {difference && !text && (
        <span class="difference">
          {arm} {difference}
        </span>
      )}
      {text}
      {aside && (
        <span>
          <span class="wide">: {aside}</span>
        </span>
      )}
    </p>
  );
}

/** Draws both classes, and all apheresed below the infused, without the name of the row. */
export function BothSides({
  row: { sides, apheresed },
}: {
  row: Pick<RowView, "sides" | "apheresed">;
}) {
  const groups = therapyClasses.filter((group) => group in sides);
  return (
    <div class="sides" aria-hidden="true">
      {groups.map((group) => (
        <Fragment key={group}>
          <ClassSide group={group} side={sides[group] ?? makeEmptySide(group)} />
          {apheresed && group === "car-t" && <ClassSide group={group} side={apheresed} />}
        </Fragment>
      ))}
    </div>
  );
}

export function ClassSide({ group, side }: { group: StripGroup; side: SideView }) {
  const { above, other: secondSide, ...plotted } = side;
  const { number, under, marks, labels = [] } = plotted;
  const isOnlyWords = number === "" && under === "" && marks.length === 0 && labels.length === 0;
  return (
    <>
      <div class={`side ${group}`}>
        {above && <p class="above">{above}</p>}
        <NamesAbove where="narrow" labels={labels.filter(({ isWide }) => isWide)} />
        <NamesAbove where="in-large" labels={labels.filter(({ isBeyond }) => isBeyond)} />
        <StripWithNumber
          group={group}
          side={plotted}
          isOfClass={plotted.filled}
          hasAxis={!isOnlyWords}
        />
      </div>
      {secondSide && <ClassSide group={group} side={secondSide} />}
    </>
  );
}

interface NamesAboveProps {
  /** Says where the names are shown: on the narrowest phones, or with large text. */
  where: "narrow" | "in-large";
  labels: readonly PlacedLabel[];
}

/** Draws the names that have no room along the axis. */
function NamesAbove({ where, labels }: NamesAboveProps) {
  return (
    labels.length > 0 && <p class={`above ${where}`}>{labels.map(({ text }) => text).join("; ")}</p>
  );
}
