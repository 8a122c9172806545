/** The counts of each product, one line each; how soon, how long. */

import { ClassMark, Mark } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";
import type { PartProps } from "./detail.tsx";
import { Notes } from "./notes.tsx";
import { Plot, Ticks } from "./plot.tsx";

export function Products({ row: { products }, strings, onProducts }: PartProps) {
  const { ticks, lines, notes, timing } = products;
  return (
    <>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <div class="products">
            {lines.some(({ place }) => place) && <Ticks ticks={ticks} />}
            <ul>
              {lines.map(({ group, product, name, text, place }) => (
                <li key={product + text} class={group}>
                  <span class="product">
                    <Mark group={group} />{" "}
                    <NewTab href={`${surroundings.site}/products/${product}`}>{name}</NewTab>
                  </span>{" "}
                  <span class="tally">{text}</span>
                  {place && (
                    <Plot group={group} place={place}>
                      <ClassMark group={group} />
                    </Plot>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <p class="muted">{words.productsNote}</p>
          {onProducts && (
            <div class="acts">
              <button type="button" onClick={onProducts}>
                {words.compareProducts}
              </button>
            </div>
          )}
        </>
      )}
      <Notes notes={notes} />
      {timing.length > 0 && (
        <details class="timing">
          <summary>{words.timing.heading}</summary>
          <p class="muted">{words.asReported}</p>
          {timing.map(({ group, lines: printed }) => (
            <section key={group}>
              <h4>
                <Mark group={group} /> {strings.className[group]}
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
        </details>
      )}
    </>
  );
}
