/** The drugs of an opened row, each with a link to its page. */

import { compareProducts, noNumber } from "#presentation/words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { Drugs } from "./drugs.tsx";
import { Notes } from "./notes.tsx";
import { type PartProps, textsAt } from "./opened-row.tsx";

export function DrugsOfRow({ row, onProducts }: PartProps) {
  const { drugs } = row;
  return (
    <section>
      <h4>By drug</h4>
      {drugs.length === 0 ? <p>{noNumber}</p> : <Drugs drugs={drugs} site={surroundings.site} />}
      {onProducts && drugs.length > 0 && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {compareProducts}
          </button>
        </div>
      )}
      <Notes notes={textsAt(row, "products")} />
    </section>
  );
}
