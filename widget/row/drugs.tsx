/** Draws drugs on one axis, a line each: its name, its place, its number, and beneath what else must be said. */
import type { DrugOnScreen, DrugView } from "#presentation/row/drugs-view.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { NewTab } from "../views/links.tsx";
import { AxisHead, StripWithNumber } from "./strip.tsx";

interface DrugsProps {
  drugs: readonly DrugView[];
  /** Names the unit of the axis; absent for patients of 100. */
  unit?: string;
  /** Holds the end of the axis; `null` draws no axis, where the times of the lines are not alike. */
  end?: number | null;
  /** Holds the origin of the service, if names lead to the pages of the drugs there. */
  site?: string;
}

export function Drugs({ drugs, unit, end = 100, site }: DrugsProps) {
  return (
    <div class="drugs">
      {end !== null && <AxisHead of={unit} ticks={[0, end / 2, end]} />}
      <ul>
        {drugs.map((drug) => (
          <li key={drug.group + drug.name + drug.beneath} class={`plotted ${drug.group}`}>
            <span>
              <DrugName drug={drug} site={site} />
            </span>
            <StripWithNumber group={drug.group} side={drug} hasAxis={end !== null} />
            {drug.beneath && <small>{drug.beneath}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DrugNameProps {
  drug: DrugOnScreen;
  site?: string | undefined;
}

export function DrugName({ drug: { group, product, name }, site }: DrugNameProps) {
  return (
    <>
      <InlineClassMark group={group} />{" "}
      <NewTab href={site === undefined ? null : `${site}/products/${product}`}>{name}</NewTab>
    </>
  );
}
