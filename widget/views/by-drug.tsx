/** Drugs side by side: labels, then a section an outcome in which every drug has its line on the same axis. */
import type { ByDrug, DrugSection } from "#presentation/views/by-drug.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { ComparedStudies } from "../row/compared-studies.tsx";
import { DrugName, Drugs } from "../row/drugs.tsx";
import { Paragraphs } from "../row/notes.tsx";
import { Opener } from "../row/opener.tsx";
import { Unreported } from "../row/unreported.tsx";
import { Headline } from "./headline.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

type ByDrugProps = ViewProps<ScreenOf<"products">>;

export const byDrugView: ViewParts<"products"> = { Head: Headline, Body: DrugByDrug };

function DrugByDrug(props: ByDrugProps) {
  const { view, stale = false } = props;
  const { labels, between, sections } = view.byDrug;
  return (
    <>
      <div class="by-drug" aria-busy={stale || undefined}>
        {labels && <LabelsByRegion {...labels} />}
        {sections.map((section) => (
          <OutcomeOfDrugs key={section.id} {...props} section={section} />
        ))}
        {between && (
          <section class="compared">
            <h3>{between.title}</h3>
            {between.note && <p class="muted">{between.note}</p>}
            <ComparedStudies studies={between.studies} isOpen />
          </section>
        )}
      </div>
      <Unreported {...props} />
    </>
  );
}

function LabelsByRegion({ title, detail, regions, lines, legend }: NonNullable<ByDrug["labels"]>) {
  return (
    <section>
      <table>
        <caption>
          <strong>{title}</strong> <small>{detail}</small>
        </caption>
        <thead>
          <tr>
            <td />
            {regions.map((region) => (
              <th key={region} scope="col">
                {region}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((drug) => (
            <tr key={drug.name} class={drug.group}>
              <th scope="row">
                <DrugName drug={drug} />
              </th>
              {drug.cells.map((cell, index) => (
                <td key={regions[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {legend && <p class="muted">{legend}</p>}
    </section>
  );
}

function OutcomeOfDrugs({ section, openRow, act }: ByDrugProps & { section: DrugSection }) {
  const { outcome, label, detail, unit, end, lines, folded, notes } = section;
  const name = (
    <>
      {label} {detail && <small>{detail}</small>}
      <span class="hidden">{unit}</span>
    </>
  );
  const lined = (
    <>
      <Drugs drugs={lines} unit={unit} end={end} />
      <Paragraphs texts={notes} />
    </>
  );
  return (
    <section
      class={outcome === openRow && outcome ? "row open" : "row"}
      part="row"
      data-outcome={outcome}
    >
      <h3 class="name">
        {outcome ? (
          <Opener
            class="opener"
            outcome={outcome}
            open={outcome === openRow}
            onToggle={act && (() => act.toggleRow(outcome))}
          >
            {name}
          </Opener>
        ) : (
          name
        )}
      </h3>
      {folded ? (
        <details>
          <summary>{folded}</summary>
          {lined}
        </details>
      ) : (
        lined
      )}
    </section>
  );
}
