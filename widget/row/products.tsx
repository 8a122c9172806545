/** The counts of each drug, one line each. */
import { ClassMark, Mark } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { NewTab } from "../views/links.tsx";
import type { PartProps } from "./opened-row.tsx";
import { Notes } from "./notes.tsx";
import { Plot, Ticks } from "./plot.tsx";

export function Products({ row: { products }, onProducts }: PartProps) {
  const { ticks, lines, notes } = products;
  return (
    <section>
      <h4>{words.byDrug}</h4>
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
    </section>
  );
}
