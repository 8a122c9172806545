/** Draws lines on one axis, as drugs are drawn: a name, its position with its number, and remarks below. */
import type { ComponentChildren, ComponentProps } from "preact";
import type { GroupsRow } from "#presentation/row/groups-in-row.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { formatCountWithNoun } from "#presentation/words/sentences.ts";
import { Notes } from "#widget/row/notes.tsx";
import { AxisHead, neutralGroup, type StripGroup, StripWithNumber } from "#widget/row/strip.tsx";
import { Fold } from "./kit/kit.tsx";
import { Cite } from "./report/numbered-references.tsx";

type DrawnSide = ComponentProps<typeof StripWithNumber>["side"];

export interface DrawnLine {
  readonly name: ComponentChildren;
  readonly group: StripGroup;
  /** The drawing is `null` if there is no rate. */
  readonly side: DrawnSide | null;
  /** This text has the size of the name. */
  readonly text?: string;
  readonly beneath: ComponentChildren;
  /** It is true if the line adds to the line above. */
  readonly goesOn?: boolean;
}

interface LinesProps {
  lines: readonly DrawnLine[];
  /** Describes the axis of days, where lines are not of 100 patients. */
  axis?: ComponentProps<typeof AxisHead> | undefined;
}

export function Lines({ lines, axis }: LinesProps) {
  return (
    <div class={axis ? "drugs of-days" : "drugs"}>
      {lines.some(({ side }) => side && hasPlaceOnAxis(side)) && <AxisHead {...axis} />}
      <ul>
        {lines.map(({ name, group, side, text, beneath, goesOn }, index) => (
          <li key={index} class={`plotted ${group}${goesOn ? " goes-on" : ""}`}>
            <span>{name}</span>
            {side && <StripWithNumber group={group} side={side} hasAxis={hasPlaceOnAxis(side)} />}
            {text && <p>{text}</p>}
            {beneath && <small>{beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Tells whether a drawing has a position on the axis. A median that was not reached has no mark, but a line up to the
 * end of follow-up.
 */
function hasPlaceOnAxis({ marks, tails }: DrawnSide): boolean {
  return marks.length > 0 || tails !== undefined;
}

// Draws the groups of an answer for one outcome: a line for each with its sources, and the notes of the row.

interface GroupLinesProps {
  row: GroupsRow;
  /** Begins the ids of the parts, so that several rows may stand on a page. */
  id: string;
  /** Describes how a group differs from the others; absent where no group is compared. */
  describe?: (group: string) => string;
}

export function GroupLines({ row, id, describe = () => "" }: GroupLinesProps) {
  const { title, lines, none, notes, notPooled } = row;
  const remarks = [...notes, ...notPooled.map(({ label, text }) => `${label}: ${text}`)];
  return (
    <>
      {lines.length > 0 && (
        <Lines
          lines={lines.map(
            ({ id: group, group: therapyClass, name, beneath, citations, ...side }) => ({
              name: [therapyClass && <InlineClassMark group={therapyClass} />, " ", name],
              group: therapyClass ?? neutralGroup,
              side,
              text: describe(group),
              beneath: [beneath, <Cite key="sources" of={citations} at={title} />],
            }),
          )}
        />
      )}
      {none.length > 0 && <p class="muted">No number: {none.join(", ")}.</p>}
      {remarks.length > 0 && (
        <Fold
          id={`${id}-remarks`}
          title={formatCountWithNoun(remarks.length, "note")}
          look="folded"
        >
          <Notes notes={remarks} most={remarks.length} />
        </Fold>
      )}
    </>
  );
}
