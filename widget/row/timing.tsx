/** Draws how soon an event begins and how long it lasts, a line for each trial with its sources. */
import { Mark } from "#presentation/svg/marks.tsx";
import type { TimingOfTrial } from "#presentation/views/opened-row.ts";
import { SiteTrialLink } from "../site-trial-link.tsx";
import { NewTab } from "../views/links.tsx";

export function TimingLines({ lines }: { lines: readonly TimingOfTrial[] }) {
  return (
    <ul class="times">
      {lines.map(({ group, cohort, label, text, sources }) => (
        <li key={cohort}>
          <Mark group={group} /> <SiteTrialLink cohort={cohort} label={label} />, {text}
          {sources.map(({ text, href, tier }) => (
            <span key={text} class="muted">
              <NewTab href={href}>{text}</NewTab>
              {tier && ` [${tier}]`}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
