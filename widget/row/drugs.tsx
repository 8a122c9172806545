/** Draws drugs on one axis, a line each: its name, its place, its number, and beneath what else must be said. */
import type { DrugOnScreen, DrugView } from "#presentation/row/drugs-view.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { NewTab } from "../views/links.tsx";
import { AxisHead, StripWithNumber } from "./strip.tsx";
import { useSurface } from "./surface.tsx";

interface DrugsProps {
  drugs: readonly DrugView[];
  /** Names the unit of the axis; absent for patients of 100. */
  unit?: string;
  /** Holds the end of the axis; `null` draws no axis, where the times of the lines are not alike. */
  end?: number | null;
  /** True if names lead to the pages of the drugs. */
  isLinked?: boolean;
}

export function Drugs({ drugs, unit, end = 100, isLinked = false }: DrugsProps) {
  return (
    <div class="drugs">
      {end !== null && <AxisHead of={unit} ticks={[0, end / 2, end]} />}
      <ul>
        {drugs.map((drug) => (
          <li key={drug.group + drug.name + drug.beneath} class={`plotted ${drug.group}`}>
            <span>
              <DrugName drug={drug} isLinked={isLinked} />
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
  isLinked?: boolean;
}

export function DrugName({ drug: { group, product, name }, isLinked = false }: DrugNameProps) {
  const { site } = useSurface();
  return (
    <>
      <InlineClassMark group={group} />{" "}
      <NewTab href={isLinked ? `${site}/products/${product}` : null}>{name}</NewTab>
    </>
  );
}
