/** Buttons side by side, each on or off. None that is on is "not said". */
interface Props<Option extends string | number> {
  legend: string;
  options: readonly Option[];
  nameOf: (option: Option) => string;
  isOn: (option: Option) => boolean;
  onPress: (option: Option, isOn: boolean) => void;
}

export function Toggles<Option extends string | number>(props: Props<Option>) {
  const { legend, options, nameOf, isOn, onPress } = props;
  return (
    <fieldset class="choices short">
      <legend>{legend}</legend>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          class="choice"
          aria-pressed={isOn(option)}
          onClick={() => onPress(option, isOn(option))}
        >
          <span>{nameOf(option)}</span>
        </button>
      ))}
    </fieldset>
  );
}
