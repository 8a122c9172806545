/** A form for two ends of a range. Empty input removes the filter. */
import { useState } from "preact/hooks";
import type { ChoiceName } from "#core/choices/choices.ts";
import { parseRange, type Range } from "#core/question/range.ts";
import type { SheetWords } from "#presentation/words/catalogue.ts";
import { applying } from "./applying.ts";

interface Props {
  name: ChoiceName;
  range: Range | null;
  sheets: SheetWords;
  onApply: (range: Range | null) => void;
}

export function RangeForm({ name, range, sheets, onApply }: Props) {
  const [low, setLow] = useState(range?.min?.toString() ?? "");
  const [high, setHigh] = useState(range?.max?.toString() ?? "");
  const [wrong, setWrong] = useState(false);
  const apply = () => {
    const [least, most] = [low.trim(), high.trim()];
    if (least === "" && most === "") return onApply(null);
    const parsed = parseRange(`${least}-${most}`);
    setWrong(parsed === null);
    if (parsed) onApply(parsed);
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
  const { title } = sheets.parameters[name];
  return (
    <form class="range-form" aria-label={`${title}: ${sheets.ownRange}`} {...applying(apply)}>
      {field(sheets.from, low, setLow)}
      {field(sheets.upTo, high, setHigh)}
      <button type="button" class="apply" onClick={apply}>
        {sheets.apply}
      </button>
      <p id={`${name}-error`} class="error" role="alert">
        {wrong && sheets.rangeError}
      </p>
    </form>
  );
}
