/** All filters without a chip of their own: folded, each with its current setting. */
import type { ChoiceName } from "#core/choices/choices.ts";
import { sections } from "#data/generated/sheet-data.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import { ChoiceList } from "./choice-list.tsx";
import { type Offered, saidOf, settingOf, valuesOf } from "./offered.ts";
import { OwnRange } from "./own-range.tsx";

type Listed = (typeof sections)[number];

export function MoreFilters(offered: Offered) {
  return (
    <>
      {sections.map(({ section, filters }) => {
        const { title, note } = offered.sheets.sections[section];
        const isOffered = (name: ChoiceName) => valuesOf(name, offered).length > 0;
        const inside = filters.filter(({ name }) => isOffered(name));
        const ready = section === "ready" && isOffered("preset");
        return (
          (inside.length > 0 || ready) && (
            <section key={section} class="filters">
              <h4>{title}</h4>
              {note && <p class="muted note">{note}</p>}
              {ready && <ChoiceList name="preset" hideTitle {...offered} />}
              {inside.map((filter) => (
                <Filter
                  key={filter.name}
                  filter={filter}
                  counts={section !== "counted"}
                  {...offered}
                />
              ))}
            </section>
          )
        );
      })}
    </>
  );
}

interface FilterProps extends Offered {
  filter: Listed["filters"][number];
  /** Whether the filter can change which cohorts are selected. */
  counts: boolean;
}

function Filter({ filter: { name, form }, counts, ...offered }: FilterProps) {
  const { abbreviations, parameters } = offered.sheets;
  const { title } = parameters[name];
  const said = saidOf(name, offered) !== null;
  return (
    <details class="filter" open={said}>
      <summary>
        <span>
          <Abbreviated text={title} names={abbreviations} />
        </span>
        <span class={said ? "set" : "muted"}>
          <Abbreviated text={settingOf(name, offered)} names={abbreviations} />
        </span>
      </summary>
      <ChoiceList name={name} hideTitle counts={counts} {...offered} />
      {form === "range" && <OwnRange name={name} {...offered} />}
    </details>
  );
}
