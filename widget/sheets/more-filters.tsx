/** Every filter without a chip of its own: closed until it is wanted, each saying what it is set to. */
import type { ChoiceName } from "#core/choices/choices.ts";
import { parameters } from "#core/question/parameters.ts";
import type { Section } from "#presentation/words/contract/sheets.ts";
import { ChoiceList } from "./choice-list.tsx";
import { type Offered, saidOf, settingOf, valuesOf } from "./offered.ts";
import { OwnRange } from "./own-range.tsx";

/** These have sheets of their own. */
type WithChip = "setting" | "prior-lines" | "age" | "product";
type UnderMore = Exclude<ChoiceName, WithChip>;

/** Where each of the others stands, in their order. */
const sectionOf: Readonly<Record<UnderMore, Section>> = {
  preset: "ready",
  set: "ready",
  evidence: "studies",
  availability: "studies",
  phase: "studies",
  region: "studies",
  year: "studies",
  "min-n": "studies",
  "follow-up": "studies",
  doses: "studies",
  sources: "studies",
  "prior-bcma": "patients",
  "high-risk": "patients",
  emd: "patients",
  "iss-3": "patients",
  "triple-refractory": "patients",
  "therapy-class": "treatment",
  target: "treatment",
  "dual-target": "treatment",
  regimen: "treatment",
  "binding-domain": "construct",
  vector: "construct",
  costimulation: "construct",
  expansion: "construct",
  lymphodepletion: "construct",
  denominator: "counted",
  definition: "counted",
  cut: "counted",
  overlap: "counted",
  model: "counted",
  exclude: "exclude",
};

const names = Object.keys(sectionOf) as UnderMore[];
const sections = [...new Set(Object.values(sectionOf))];

export function MoreFilters(offered: Offered) {
  return (
    <>
      {sections.map((section) => {
        const { title, note } = offered.sheets.sections[section];
        const inside = names.filter(
          (name) => sectionOf[name] === section && valuesOf(name, offered).length > 0,
        );
        return (
          inside.length > 0 && (
            <section key={section} class="filters">
              <h4>{title}</h4>
              {note && <p class="muted note">{note}</p>}
              {inside.map((name) =>
                name === "preset" ? (
                  <ChoiceList key={name} name={name} hideTitle {...offered} />
                ) : (
                  <Filter key={name} name={name} {...offered} />
                ),
              )}
            </section>
          )
        );
      })}
    </>
  );
}

function Filter({ name, ...offered }: Offered & { name: Exclude<UnderMore, "preset"> }) {
  const { title } = offered.sheets.parameters[name];
  const { form } = parameters[name];
  const said = saidOf(name, offered) !== null;
  return (
    <details class="filter" open={said}>
      <summary>
        <span>{title}</span>
        <span class={said ? "set" : "muted"}>{settingOf(name, offered)}</span>
      </summary>
      <ChoiceList name={name} hideTitle counts={sectionOf[name] !== "counted"} {...offered} />
      {(form === "range" || form === "number") && (
        <OwnRange name={name} number={form === "number"} {...offered} />
      )}
    </details>
  );
}
