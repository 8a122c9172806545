/** The heading of a group of outcomes, and beside it the way to all of them. */
import type { GroupName } from "#presentation/statement/row.ts";
import { permalinkOf, withOutcome } from "../question.ts";
import { InPlace } from "./links.tsx";
import type { ViewProps } from "./shell.tsx";

interface Props extends Pick<ViewProps, "view" | "strings" | "site" | "act" | "linkTo"> {
  title: string;
  /** `null` where all of the group is on screen. */
  leadsTo: Exclude<GroupName, "efficacy"> | null;
}

export function GroupHead({ title, leadsTo, view, strings, site, act, linkTo }: Props) {
  const addressOf = linkTo ?? permalinkOf;
  return (
    <header part="section">
      <h3>{title}</h3>
      {leadsTo && (
        <InPlace
          href={addressOf(site, withOutcome(view.canonical, leadsTo))}
          go={act && (() => act.toTab(leadsTo))}
        >
          {strings.allOf[leadsTo]}
        </InPlace>
      )}
    </header>
  );
}
