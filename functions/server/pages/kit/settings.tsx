/** A form whose settings are the address of the page. It needs no script. */

interface Setting {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

interface SettingsProps {
  /** Parameters of the address that stay as they are. */
  kept: readonly (readonly [name: string, value: string])[];
  settings: readonly Setting[];
}

export function Settings({ kept, settings }: SettingsProps) {
  return (
    <form method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {settings.map(({ name, label, chosen, options }) => (
        <label key={name}>
          {label}
          <select name={name}>
            {options.map(([value, text]) => (
              <option key={value} value={value} selected={value === chosen}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">Show</button>
    </form>
  );
}
