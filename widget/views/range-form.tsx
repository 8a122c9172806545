/** A range of medians by hand, for when the one-tap choices are not the right ones. */
import { useState } from "preact/hooks";
import { formatRange, parseRange, type Range } from "../../functions/evidence/range.ts";
import type { Strings } from "../strings/en.ts";

interface Props {
  name: "prior-lines" | "age";
  range: Range | null;
  strings: Strings;
  onApply: (range: string | null) => void;
}

export function RangeForm({ name, range, strings, onApply }: Props) {
  const { sheet } = strings;
  const [low, setLow] = useState(range?.min?.toString() ?? "");
  const [high, setHigh] = useState(range?.max?.toString() ?? "");
  const [wrong, setWrong] = useState(false);
  const apply = (event: Event) => {
    event.preventDefault();
    if (low.trim() === "" && high.trim() === "") return onApply(null);
    const parsed = parseRange(`${low.trim()}-${high.trim()}`);
    setWrong(parsed === null);
    if (parsed) onApply(formatRange(parsed));
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}{" "}
      <input
        type="text"
        inputMode="decimal"
        size={4}
        value={value}
        aria-invalid={wrong}
        aria-describedby={`${name}-error`}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="range-form"
      aria-label={`${sheet[name].title}: ${sheet.ownRange}`}
      noValidate
      onSubmit={apply}
    >
      {field(sheet.from, low, setLow)}
      {field(sheet.upTo, high, setHigh)}
      <button type="submit" class="apply">
        {sheet.apply}
      </button>
      <p id={`${name}-error`} class="error" role="alert">
        {wrong && sheet.rangeError}
      </p>
    </form>
  );
}
