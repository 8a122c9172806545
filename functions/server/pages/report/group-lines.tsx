/** Draws the groups of an answer for one outcome: a line for each with its sources, and the notes of the row. */
import type { GroupsRow } from "#presentation/row/groups-in-row.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { formatCountWithNoun } from "#presentation/words/counts.ts";
import { Notes } from "#widget/row/notes.tsx";
import { neutralGroup } from "#widget/row/strip.tsx";
import { Fold } from "../kit/kit.tsx";
import { Lines } from "../lines.tsx";
import { Cite } from "./references.tsx";

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
