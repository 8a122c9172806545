/** Draws a form whose settings are the address of the page. It needs no script. */

/** Holds an option. Options with the same heading stand together below it. */
type Option = readonly [value: string, text: string, heading?: string];

interface Setting {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly Option[];
}

interface SettingsProps {
  /** Lists parameters of the address that stay as they are. */
  unchanged: readonly (readonly [name: string, value: string])[];
  settings: readonly Setting[];
}

export function Settings({ unchanged, settings }: SettingsProps) {
  return (
    <form method="get">
      {unchanged.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {settings.map(({ name, label, chosen, options }) => (
        <label key={name}>
          {label}
          <select name={name}>
            <Options options={options} chosen={chosen} />
          </select>
        </label>
      ))}
      <button type="submit">Show</button>
    </form>
  );
}

function Options({ options, chosen }: Pick<Setting, "options" | "chosen">) {
  const headings = [...new Set(options.map(([, , heading = ""]) => heading))];
  return headings.map((heading) => {
    const ofHeading = options
      .filter(([, , optionHeading = ""]) => optionHeading === heading)
      .map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ));
    return heading === "" ? (
      ofHeading
    ) : (
      <optgroup key={heading} label={heading}>
        {ofHeading}
      </optgroup>
    );
  });
}
