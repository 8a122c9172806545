/**
 * One-tap choices of a filter. Each shows the number of cohorts per class that it leaves, so that a
 * reader sees an empty result before choosing it.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import type { ChoiceLine, ChoiceList as List } from "#presentation/statement/sheets.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { drawn } from "#words/element.ts";

interface Props {
  list: List;
  /** If the title is shown above already. */
  hideTitle?: boolean;
  /** As buttons side by side. */
  isShort?: boolean;
  onChoose: (query: string) => void;
}

export function ChoiceList({ list, hideTitle = false, isShort = false, onChoose }: Props) {
  const { name, title, note, choices } = list;
  const button = ({ label, query, selected, leaves, warns }: ChoiceLine) => (
    <button
      key={label}
      type="button"
      class="choice"
      aria-pressed={selected}
      onClick={() => onChoose(query)}
    >
      <span>{label}</span>
      {(warns || leaves) && (
        <span class="counts">
          {warns && <span class="tag">{warns}</span>}{" "}
          {leaves && <span class="muted">{leaves}</span>}
        </span>
      )}
    </button>
  );
  const ofClass = (group: ChoiceLine["group"]) =>
    choices.filter((choice) => choice.group === group).map(button);
  return (
    <fieldset class={isShort ? "choices short" : "choices"} data-filter={name}>
      <legend class={hideTitle ? "hidden" : ""}>{title}</legend>
      {note && <p class="muted note">{note}</p>}
      {ofClass(undefined)}
      {/* Products, each class in a column of its own. */}
      {choices.some(({ group }) => group) && (
        <div class="columns">
          {therapyClasses.map((group) => (
            <fieldset key={group} class="choices">
              <legend>
                <Mark group={group} /> {drawn.className[group]}
              </legend>
              {ofClass(group)}
            </fieldset>
          ))}
        </div>
      )}
    </fieldset>
  );
}
