/** The outcomes without any number, in one line at the end: each opens its row, which says why. */
import type { Folded } from "#presentation/statement/numberless-rows.ts";
import { nameOf } from "#presentation/statement/row-name.ts";
import { unreported as words } from "#words/numberless-rows.ts";
import type { ViewProps } from "../shell.tsx";
import { Opener } from "./opener.tsx";

interface Props extends Pick<Folded, "folded">, Pick<ViewProps, "openRow" | "act"> {}

export function Unreported({ folded, openRow, act }: Props) {
  const reasons = (["silent", "unpooled"] as const).filter((reason) => folded[reason].length > 0);
  if (reasons.length === 0) return null;
  return (
    <section class="survival unreported">
      {reasons.map((reason) => (
        <p key={reason} class="muted">
          {words[reason]}{" "}
          {folded[reason].flatMap(({ outcome, label, detail }, index) => [
            index > 0 && " · ",
            <Opener
              key={outcome}
              outcome={outcome}
              open={outcome === openRow}
              onToggle={act && (() => act.toggleRow(outcome))}
            >
              {nameOf({ label, detail })}
            </Opener>,
          ])}
        </p>
      ))}
    </section>
  );
}
