/** The parts of an opened row, one at a time: one tab stop, and arrow keys between them. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface Props<Name extends string> {
  /** Unique in the element. */
  id: string;
  label: string;
  names: Readonly<Record<Name, string>>;
  chosen: NoInfer<Name>;
  onChoose: (name: Name) => void;
  children: ComponentChildren;
}

/** How far a key goes from the chosen tab of so many. */
const keys: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowRight: (from, count) => (from + 1) % count,
  ArrowLeft: (from, count) => (from + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Tabs<Name extends string>(props: Props<Name>) {
  const { id, label, names, chosen, onChoose, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const all = Object.keys(names).filter((name): name is Name => name in names);
  const press = (event: KeyboardEvent) => {
    const next = keys[event.key]?.(all.indexOf(chosen), all.length);
    const name = next === undefined ? undefined : all[next];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    list.current?.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };
  const tabId = (name: Name) => `${id}-${name}`;
  return (
    <>
      <div class="parts" role="tablist" aria-label={label} ref={list} onKeyDown={press}>
        {all.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={tabId(name)}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {names[name]}
          </button>
        ))}
      </div>
      <div class="part" role="tabpanel" id={`${id}-panel`} aria-labelledby={tabId(chosen)}>
        {children}
      </div>
    </>
  );
}
