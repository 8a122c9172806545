/** The lists of filters: what is asked most in sight, all others folded, each with its current setting. */
import type { ComponentChildren, ComponentProps } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChoiceList as List, Sheets } from "#presentation/views/sheet.ts";
import { compareProducts } from "#presentation/words/element.ts";
import { ChoiceList } from "./choice-list.tsx";
import { RangeForm } from "./range-form.tsx";

interface Props {
  sheets: Sheets;
  onChoose: (query: string) => void;
}

interface ListsProps extends Props {
  /** The filter that is brought into view. */
  filter?: string | undefined;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
}

/** Draws the filters that are asked most as buttons side by side, then all other filters, folded. */
export function Lists(props: ListsProps): ComponentChildren {
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
              <ChoiceList key={list.name} list={list} hideTitle onChoose={onChoose} />
            ) : (
              <Filter key={list.name} list={list} {...acts} />
            ),
          )}
        </section>
      ))}
    </div>
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
function FilterChoices({
  list,
  sheets: { canonical },
  onChoose,
  ...look
}: Props & Omit<ComponentProps<typeof ChoiceList>, "onChoose">) {
  const { range } = list;
  return (
    <>
      <ChoiceList list={list} onChoose={onChoose} {...look} />
      {/* A form begins with the range of the question, so another range has another form. */}
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
