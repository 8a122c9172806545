/** Draws a form whose settings are the address of the page. It needs no script. */

/** Holds an option. Options with the same heading stand together below it. */
type Option = readonly [value: string, text: string, heading?: string];

interface Setting {
  readonly name: string;
  readonly label: string;
  readonly value: string;
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
      {settings.map(({ name, label, value, options }) => (
        <label key={name}>
          {label}
          <select name={name}>
            <Options options={options} value={value} />
          </select>
        </label>
      ))}
      <button type="submit">Show</button>
    </form>
  );
}

function Options({ options, value }: Pick<Setting, "options" | "value">) {
  const headings = [...new Set(options.map(([, , heading = ""]) => heading))];
  return headings.map((heading) => {
    const ofHeading = options
      .filter(([, , optionHeading = ""]) => optionHeading === heading)
      .map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
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
