/** How soon an event begins and how long it lasts, as each trial reported it. */
import { Mark } from "#presentation/svg/marks.tsx";
import { drawn } from "#presentation/words/element.ts";
import { opened as words } from "#presentation/words/opened-row.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";
import type { PartProps } from "./opened-row.tsx";

export function Timing({ row: { products } }: PartProps) {
  return (
    <div class="timing">
      <p class="muted">{words.asReported}</p>
      {products.timing.map(({ group, lines: printed }) => (
        <section key={group}>
          <h4>
            <Mark group={group} /> {drawn.className[group]}
          </h4>
          <ul>
            {printed.map(({ cohort, label, said, sources }) => (
              <li key={cohort}>
                <RecordLink cohort={cohort} label={label} />, {said}
                {sources.map(({ text, href, tier }) => (
                  <span key={text} class="source">
                    <NewTab href={href}>{text}</NewTab>
                    {tier && ` [${tier}]`}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
