/**
 * Draws one outcome: its name with how sure its difference is, and both classes on one axis, each with its number. The
 * whole row is the button that opens it.
 */
import type { ComponentChildren } from "preact";
import { therapyClasses } from "#data/vocabulary.ts";
import type { PlacedLabel } from "#presentation/row/labels.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import { makeEmptySide, type SideView } from "#presentation/row/side-view.ts";
import { Opener } from "./opener.tsx";
import { type StripGroup, StripWithNumber } from "./strip.tsx";

interface OutcomeRowProps {
  row: RowView;
  /** The numbers belong to the previous question. */
  previous?: boolean;
  open: boolean;
  /** Sets the heading level of the row's name. */
  heading: "h3" | "h4" | "h5";
  /** Absent on the server, because without a script a row cannot be opened. */
  onToggle?: (() => void) | undefined;
}

export function OutcomeRow({ row, previous, open, heading, onToggle }: OutcomeRowProps) {
  const { outcome, label, brief, status, notes, heard } = row;
  return (
    <li
      class={open ? "row open" : "row"}
      part="row"
      data-outcome={outcome}
      data-status={status.code}
      aria-busy={previous || undefined}
    >
      <RowTitle status={status} heading={heading}>
        <Opener class="opener" outcome={outcome} open={open} onToggle={onToggle}>
          {label}
          {brief && [" ", <small key="brief">{brief}</small>]}
          <span class="hidden">. {heard}</span>
        </Opener>
      </RowTitle>
      <BothSides row={row} />
      {notes.length > 0 && <p class="notes">{notes.join(" ")}</p>}
    </li>
  );
}

interface RowTitleProps extends Pick<RowView, "status"> {
  heading: OutcomeRowProps["heading"];
  /** Holds the name of the row, with what a screen reader hears. */
  children: ComponentChildren;
}

/** The name of a row, and how sure its difference is. */
function RowTitle({ status, heading: Heading, children }: RowTitleProps) {
  return (
    <div class="head">
      <Heading class="name">{children}</Heading>
      <p class={status.isDoubt ? "sure doubt" : "sure"} aria-hidden="true">
        {status.text}
      </p>
    </div>
  );
}

/** Draws both classes and their difference, without the name of the row. */
export function BothSides({ row: { sides, difference, status } }: Pick<OutcomeRowProps, "row">) {
  const groups = therapyClasses.filter((group) => group in sides);
  return (
    <div class="sides" aria-hidden="true">
      {groups.map((group) => (
        <ClassSide key={group} group={group} side={sides[group] ?? makeEmptySide(group)} />
      ))}
      {groups.length === therapyClasses.length && (difference || status.text) && (
        <p class="difference">
          {difference ? (
            <>
              <strong>{difference.amount}</strong> {difference.range}
            </>
          ) : (
            status.text
          )}
        </p>
      )}
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
