/** All filters that are not always in sight: folded, each with its current setting. */
import type { ComponentProps } from "preact";
import type { ChoiceList as List, Sheets } from "#presentation/views/sheet.ts";
import { ChoiceList } from "./choice-list.tsx";
import { RangeForm } from "./range-form.tsx";

interface Props {
  sheets: Sheets;
  onChoose: (query: string) => void;
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

function Filter({ list, ...props }: Props & { list: List }) {
  const { title, setting, changed } = list;
  return (
    <details class="filter" open={changed}>
      <summary>
        <span>{title}</span>
        <span class={changed ? "set" : "muted"}>{setting}</span>
      </summary>
      <FilterChoices list={list} hideTitle {...props} />
    </details>
  );
}

/** The choices of a filter, and a form where a range can be typed. */
export function FilterChoices({
  list,
  sheets: { canonical },
  onChoose,
  ...look
}: Props & Omit<ComponentProps<typeof ChoiceList>, "onChoose">) {
  const { range } = list;
  return (
    <>
      <ChoiceList list={list} onChoose={onChoose} {...look} />
      {/* What was said is where a form begins, so another range has another form. */}
      {range && (
        <RangeForm
          key={range.said}
          list={list}
          range={range}
          canonical={canonical}
          onChoose={onChoose}
        />
      )}
    </>
  );
}
