/**
 * Draws one-tap choices of a filter. Under each stand the trials that it leaves, so that a reader sees an empty
 * result before choosing it. That line always has its room: nothing moves at a tap.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { ChoiceLine, ChoiceList } from "#presentation/views/sheet.ts";
import { className } from "#presentation/words/class-names.ts";
import { Tile, Tiles } from "./tiles.tsx";

interface ChoiceTilesProps {
  list: ChoiceList;
  /** States that the title is shown above already. */
  hideTitle?: boolean;
  /** Draws the choices as tiles side by side. */
  isShort?: boolean;
  onChoose: (query: string) => void;
}

export function ChoiceTiles({
  list,
  hideTitle = false,
  isShort = false,
  onChoose,
}: ChoiceTilesProps) {
  const { name, title, note, choices, unlabelled } = list;
  const tile = ({ label, query, selected, leaves }: ChoiceLine) => (
    <Tile
      key={label}
      label={label}
      under={leaves}
      isOn={selected}
      onPress={() => onChoose(query)}
    />
  );
  const ofClass = (group: ChoiceLine["group"]) =>
    choices.filter((choice) => choice.group === group).map(tile);
  return (
    <fieldset class="choices" data-filter={name}>
      <legend class={hideTitle ? "hidden" : ""}>{title}</legend>
      {note && <p class="muted note">{note}</p>}
      <Tiles isList={!isShort}>{ofClass(undefined)}</Tiles>
      {unlabelled && (
        <>
          {/* Each class stands in a column of its own. */}
          <div class="columns">
            {therapyClasses.map((group) => (
              <fieldset key={group} class="choices">
                <legend>
                  <InlineClassMark group={group} /> {className[group]}
                </legend>
                {ofClass(group)}
              </fieldset>
            ))}
          </div>
          <details class="filter">
            <summary>Labelled nowhere</summary>
            {unlabelled.length === 0 && (
              <p class="muted note">These are offered where any label or none counts.</p>
            )}
            <Tiles>{unlabelled.map(tile)}</Tiles>
          </details>
        </>
      )}
    </fieldset>
  );
}
