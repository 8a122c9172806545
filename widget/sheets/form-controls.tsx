/** Draws buttons side by side in rows of one height, each on or off. */
import type { ComponentChildren } from "preact";

interface TilesProps {
  /** Draws the buttons one below the other, for long names. */
  isList?: boolean;
  children: ComponentChildren;
}

export function Tiles({ isList = false, children }: TilesProps) {
  return <div class={isList ? "list" : "tiles"}>{children}</div>;
}

interface TileProps {
  label: string | number;
  /** Draws a second line under the label. */
  under?: string | undefined;
  isOn: boolean;
  onPress: () => void;
}

export function Tile({ label, under, isOn, onPress }: TileProps) {
  return (
    <button type="button" class="choice" aria-pressed={isOn} onClick={onPress}>
      <span>{label}</span>
      {under !== undefined && <small>{under}</small>}
    </button>
  );
}

interface TogglesProps<Option extends string | number> {
  legend: string;
  options: readonly Option[];
  nameOf: (option: Option) => string;
  isOn: (option: Option) => boolean;
  onPress: (option: Option, isOn: boolean) => void;
}

/** Draws the options of a question as buttons. If no button is on, nothing is stated. */
export function Toggles<Option extends string | number>(props: TogglesProps<Option>) {
  const { legend, options, nameOf, isOn, onPress } = props;
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <Tiles>
        {options.map((option) => (
          <Tile
            key={option}
            label={nameOf(option)}
            isOn={isOn(option)}
            onPress={() => onPress(option, isOn(option))}
          />
        ))}
      </Tiles>
    </fieldset>
  );
}

/**
 * Returns the properties of a form that the Enter key applies and that is never submitted, because a frame with only
 * `sandbox="allow-scripts"` blocks a submission before the form gets the event.
 */
export function makeFormPropertiesApplyingOnEnter(apply: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      apply();
    },
  };
}
