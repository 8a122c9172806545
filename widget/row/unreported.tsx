/** The outcomes of which no trial reports anything, in one line at the end: each opens its row, which says why. */

import { elementTexts } from "#presentation/words/element.ts";
import type { ViewProps } from "../views/shell.tsx";
import { Opener } from "./opener.tsx";

interface UnreportedProps extends Pick<ViewProps, "openRow" | "act"> {
  view: Pick<ViewProps["view"], "unreported">;
}

export function UnreportedOutcomes({ view, openRow, act }: UnreportedProps) {
  const { unreported } = view;
  if (unreported.length === 0) return null;
  return (
    <p class="unreported muted">
      {elementTexts.unreported}{" "}
      {unreported.flatMap(({ outcome, name }, index) => [
        index > 0 && " · ",
        <Opener
          key={outcome}
          outcome={outcome}
          open={outcome === openRow}
          onToggle={act && (() => act.toggleRow(outcome))}
        >
          {name}
        </Opener>,
      ])}
    </p>
  );
}
