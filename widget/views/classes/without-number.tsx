/** The outcomes without any number, in one line at the end: each opens its row, which says why. */
import type { Folded } from "#presentation/screen/unreported.ts";
import { unreported as words } from "#words/unreported.ts";
import type { ViewProps } from "../shell.tsx";
import type { Draw } from "./classes.tsx";
import { Opener } from "./opener.tsx";

interface Props extends Pick<Folded, "folded">, Pick<ViewProps, "openRows" | "act"> {
  draw: Draw;
}

export function Unreported({ folded, openRows = [], act, draw }: Props) {
  const all = Object.values(folded).flat();
  if (all.length === 0) return null;
  const opened = all.filter(({ outcome }) => openRows.includes(outcome));
  return (
    <section class="survival unreported">
      {(["silent", "unpooled"] as const).map(
        (reason) =>
          folded[reason].length > 0 && (
            <p key={reason} class="muted">
              {words[reason]}{" "}
              {folded[reason].flatMap(({ outcome, label, detail }) => [
                <Opener
                  key={outcome}
                  outcome={outcome}
                  open={openRows.includes(outcome)}
                  onToggleRow={act?.toggleRow}
                >
                  {[label, detail].filter(Boolean).join(", ")}
                </Opener>,
                // Two on one line must not run together.
                " ",
              ])}
            </p>
          ),
      )}
      {opened.length > 0 && <ol class="rows">{opened.map(draw)}</ol>}
    </section>
  );
}
