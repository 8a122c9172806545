/** Buttons side by side, each on or off. None that is on is "not said". */
interface Props<Option extends string | number> {
  legend: string;
  /** Where it was read, if it was in a record. */
  from?: string | undefined;
  options: readonly Option[];
  nameOf: (option: Option) => string;
  isOn: (option: Option) => boolean;
  onPress: (option: Option, isOn: boolean) => void;
}

export function Toggles<Option extends string | number>(props: Props<Option>) {
  const { legend, from, options, nameOf, isOn, onPress } = props;
  return (
    <fieldset class="choices short" aria-description={from}>
      <legend>{legend}</legend>
      {from && <p class="from note">{from}</p>}
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
