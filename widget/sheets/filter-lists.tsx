/** The lists of filters: what is asked most in sight, all others folded, each with its current setting. */
import type { ComponentChildren, ComponentProps } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChoiceList, Sheets } from "#presentation/views/sheet.ts";
import { compareProducts } from "#presentation/words/element.ts";
import { ChoiceTiles } from "./choice-list.tsx";
import { RangeForm } from "./range-form.tsx";

interface FilterProps {
  sheets: Sheets;
  onChoose: (query: string) => void;
}

interface FilterListsProps extends FilterProps {
  /** Names the filter that is brought into view. */
  filter?: string | undefined;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
}

/** Draws the filters that are asked most as buttons side by side, then all other filters, folded. */
export function FilterLists(props: FilterListsProps): ComponentChildren {
  const { sheets, filter, onChoose, onProducts } = props;
  const lists = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = lists.current?.querySelector<HTMLElement>(`[data-filter="${filter}"]`);
    const body = lists.current?.parentElement;
    if (!filter || !list || !body) return;
    body.scrollTop = list.offsetTop - body.offsetTop;
    list.querySelector<HTMLElement>("button, input")?.focus({ preventScroll: true });
  }, [filter]);
  const acts = { sheets, onChoose };
  return (
    <div ref={lists}>
      {sheets.main.map((list) => (
        <FilterChoices
          key={list.name}
          list={list}
          // Drugs stand in two columns, one for each class.
          isShort={list.name !== "product"}
          {...acts}
        />
      ))}
      {onProducts && (
        <button type="button" class="clear" onClick={onProducts}>
          {compareProducts}
        </button>
      )}
      {sheets.sections.map(({ title, note, lists: folded }) => (
        <section key={title} class="filters">
          <h4>{title}</h4>
          {note && <p class="muted note">{note}</p>}
          {folded.map((list) =>
            list.name === "preset" ? (
              <ChoiceTiles key={list.name} list={list} hideTitle onChoose={onChoose} />
            ) : (
              <FoldedFilter key={list.name} list={list} {...acts} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

function FoldedFilter({ list, ...props }: FilterProps & { list: ChoiceList }) {
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

function FilterChoices({
  list,
  sheets: { canonical },
  onChoose,
  ...look
}: FilterProps & Omit<ComponentProps<typeof ChoiceTiles>, "onChoose">) {
  const { range } = list;
  return (
    <>
      <ChoiceTiles list={list} onChoose={onChoose} {...look} />
      {/* A form begins with the range of the question, so another range has another form. */}
      {range && (
        <RangeForm
          key={range.value}
          list={list}
          range={range}
          canonical={canonical}
          onChoose={onChoose}
        />
      )}
    </>
  );
}
