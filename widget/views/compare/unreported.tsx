/**
 * The outcomes without any number, in one line at the end. Each name opens its row, which says why
 * there is none. Not part of the first view; the server draws it, too.
 */
import type { VNode } from "preact";
import { survivalStyles } from "#generated/survival-styles.ts";
import type { Folded } from "#presentation/screen/unreported.ts";
import type { RowStatement } from "#presentation/statement/row.ts";
import { unreported as words } from "#words/unreported.ts";
import { adoptStyles } from "../../page/adopt-styles.ts";
import { Opener } from "./opener.tsx";

interface Props extends Pick<Folded, "folded"> {
  openRows?: readonly string[] | undefined;
  onToggleRow?: ((outcome: string) => void) | undefined;
  draw: (row: RowStatement) => VNode;
}

export function Unreported({ folded, openRows = [], onToggleRow, draw }: Props) {
  const opened = Object.values(folded)
    .flat()
    .filter(({ outcome }) => openRows.includes(outcome));
  return (
    <section class="survival unreported" ref={(node) => adoptStyles(node, survivalStyles)}>
      {(["silent", "unpooled"] as const).map(
        (reason) =>
          folded[reason].length > 0 && (
            <p key={reason} class="muted">
              {words[reason]}{" "}
              {folded[reason].map(({ outcome, label, detail }) => (
                <Opener
                  key={outcome}
                  outcome={outcome}
                  open={openRows.includes(outcome)}
                  onToggleRow={onToggleRow}
                >
                  {[label, detail].filter(Boolean).join(", ")}
                </Opener>
              ))}
            </p>
          ),
      )}
      {opened.length > 0 && <ol class="rows">{opened.map(draw)}</ol>}
    </section>
  );
}
