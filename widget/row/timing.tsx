/** Draws how soon an event begins and how long it lasts, a line for each trial with its sources. */
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { TimingOfTrial } from "#presentation/views/opened-row.ts";
import { useSurface } from "./surface.tsx";

export function TimingLines({ lines }: { lines: readonly TimingOfTrial[] }) {
  const { Sources, TrialName } = useSurface();
  return (
    <ul class="times">
      {lines.map(({ group, cohort, label, text, sources }) => (
        <li key={cohort}>
          <InlineClassMark group={group} /> <TrialName cohort={cohort} label={label} />, {text}
          <span class="muted">
            <Sources of={sources} />
          </span>
        </li>
      ))}
    </ul>
  );
}
