/** The drugs of a row, a line each: name and count, its place on the axis of 0 to 100, its number. */
import type { DrugView } from "#presentation/row/drugs-view.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { NewTab } from "../views/links.tsx";
import { Notes } from "./notes.tsx";
import type { PartProps } from "./opened-row.tsx";
import { Axis, Plotted } from "./strip.tsx";

export function Products({ row: { products }, strings, onProducts }: PartProps) {
  const { drugs, notes } = products;
  return (
    <section class="drugs">
      <h4>{words.byDrug}</h4>
      {drugs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <Axis of={strings.of100} />
          <ul>
            {drugs.map((drug) => (
              <Drug key={drug.group + drug.product} drug={drug} />
            ))}
          </ul>
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

function Drug({ drug }: { drug: DrugView }) {
  const { group, product, name, count } = drug;
  return (
    <li class={`plotted ${group}`}>
      <span>
        <Mark group={group} />{" "}
        <NewTab href={`${surroundings.site}/products/${product}`}>{name}</NewTab>{" "}
        <small>{count}</small>
      </span>
      <Plotted group={group} side={drug} />
    </li>
  );
}
