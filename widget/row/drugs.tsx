/** Drugs on one axis, a line each: its name, its place, its number, and beneath what else must be said. */
import type { DrugOnScreen, DrugView } from "#presentation/row/drugs-view.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { NewTab } from "../views/links.tsx";
import { Axis, Plotted } from "./strip.tsx";

interface Props {
  drugs: readonly DrugView[];
  /** Above the numbers. */
  unit?: string;
  /** Ticks of the axis; `null` where the times of these lines are not alike. */
  end?: number | null;
  /** Origin of the service, if names lead to the pages of the drugs there. */
  site?: string;
}

export function Drugs({ drugs, unit, end = 100, site }: Props) {
  return (
    <div class="drugs">
      {end !== null && <Axis of={unit} ticks={[0, end / 2, end]} />}
      <ul>
        {drugs.map((drug) => (
          <li key={drug.group + drug.name} class={`plotted ${drug.group}`}>
            <span>
              <DrugName drug={drug} site={site} />
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
  drug: DrugOnScreen;
  site?: string | undefined;
}

export function DrugName({ drug: { group, product, name }, site }: NameProps) {
  return (
    <>
      <Mark group={group} />{" "}
      <NewTab href={site === undefined ? null : `${site}/products/${product}`}>{name}</NewTab>
    </>
  );
}
