/** Drugs on one axis, a line each: its name, its place, its number, and beneath what else must be said. */
import type { DrugView } from "#presentation/row/drugs-view.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { opened as words } from "#words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { NewTab } from "../views/links.tsx";
import { Notes } from "./notes.tsx";
import type { PartProps } from "./opened-row.tsx";
import { Axis, Plotted } from "./strip.tsx";

interface Props {
  drugs: readonly DrugView[];
  /** Above the numbers. */
  unit: string;
  /** Of the axis; `null` where the times of these lines are not alike. */
  end?: number | null;
  /** Whether names lead to the pages of the drugs. */
  isLinked?: boolean;
}

export function Drugs({ drugs, unit, end = 100, isLinked = false }: Props) {
  return (
    <div class="drugs">
      {end !== null && <Axis of={unit} ticks={[0, end / 2, end]} />}
      <ul>
        {drugs.map((drug) => (
          <li key={drug.group + drug.name} class={`plotted ${drug.group}`}>
            <span>
              <DrugName drug={drug} isLinked={isLinked} />
            </span>
            <Plotted group={drug.group} side={drug} hasAxis={end !== null} />
            {drug.beneath && <small>{drug.beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NameProps {
  drug: Pick<DrugView, "group" | "product" | "name">;
  isLinked: boolean;
}

export function DrugName({ drug: { group, product, name }, isLinked }: NameProps) {
  return (
    <>
      <Mark group={group} />{" "}
      {isLinked ? <NewTab href={`${surroundings.site}/products/${product}`}>{name}</NewTab> : name}
    </>
  );
}

/** The drugs of an opened row. */
export function DrugsOfRow({ row: { products }, strings, onProducts }: PartProps) {
  const { drugs, notes } = products;
  return (
    <section>
      <h4>{words.byDrug}</h4>
      {drugs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Drugs drugs={drugs} unit={strings.of100} isLinked />
      )}
      {onProducts && drugs.length > 0 && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {words.compareProducts}
          </button>
        </div>
      )}
      <Notes notes={notes} />
    </section>
  );
}
