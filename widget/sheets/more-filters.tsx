/** All filters that are not always in sight: folded, each with its current setting. */
import type { PatientNumber } from "#core/question/patient.ts";
import type { ChoiceList as List, Sheets } from "#presentation/statement/sheets.ts";
import { ChoiceList } from "./choice-list.tsx";
import { MedianRange } from "./median-range.tsx";
import { RangeForm } from "./range-form.tsx";

interface Props {
  sheets: Sheets;
  onChoose: (query: string) => void;
  /** Takes a number as that of a patient. */
  onUse: (field: PatientNumber, value: number) => void;
}

export function MoreFilters({ sheets, ...acts }: Props) {
  return (
    <>
      {sheets.sections.map(({ title, note, lists }) => (
        <section key={title} class="filters">
          <h4>{title}</h4>
          {note && <p class="muted note">{note}</p>}
          {lists.map((list) =>
            list.name === "preset" ? (
              <ChoiceList key={list.name} list={list} hideTitle onChoose={acts.onChoose} />
            ) : (
              <Filter key={list.name} list={list} sheets={sheets} {...acts} />
            ),
          )}
        </section>
      ))}
    </>
  );
}

function Filter({ list, sheets: { canonical }, onChoose, onUse }: Props & { list: List }) {
  const { title, setting, changed } = list;
  const range = { list, canonical, onChoose };
  return (
    <details class="filter" open={changed}>
      <summary>
        <span>{title}</span>
        <span class={changed ? "set" : "muted"}>{setting}</span>
      </summary>
      <ChoiceList list={list} hideTitle onChoose={onChoose} />
      {list.range &&
        (list.medians ? (
          <MedianRange key={list.range.said} {...range} range={list.range} onUse={onUse} />
        ) : (
          <RangeForm key={list.range.said} {...range} range={list.range} />
        ))}
    </details>
  );
}
