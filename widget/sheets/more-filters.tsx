/** All filters without a chip of their own: folded, each with its current setting. */
import type { ChoiceList as List, Sheets } from "#presentation/statement/sheets.ts";
import { ChoiceList } from "./choice-list.tsx";
import { RangeForm } from "./range-form.tsx";

interface Props {
  sheets: Sheets;
  onChoose: (query: string) => void;
}

export function MoreFilters({ sheets, onChoose }: Props) {
  return (
    <>
      {sheets.sections.map(({ title, note, lists }) => (
        <section key={title} class="filters">
          <h4>{title}</h4>
          {note && <p class="muted note">{note}</p>}
          {lists.map((list) =>
            list.name === "preset" ? (
              <ChoiceList key={list.name} list={list} hideTitle onChoose={onChoose} />
            ) : (
              <Filter key={list.name} list={list} sheets={sheets} onChoose={onChoose} />
            ),
          )}
        </section>
      ))}
    </>
  );
}

function Filter({ list, sheets: { canonical }, onChoose }: Props & { list: List }) {
  const { title, setting, changed } = list;
  return (
    <details class="filter" open={changed}>
      <summary>
        <span>{title}</span>
        <span class={changed ? "set" : "muted"}>{setting}</span>
      </summary>
      <ChoiceList list={list} hideTitle onChoose={onChoose} />
      {list.range && (
        <RangeForm
          key={list.range.said}
          list={list}
          range={list.range}
          canonical={canonical}
          onChoose={onChoose}
        />
      )}
    </details>
  );
}
