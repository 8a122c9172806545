/** A form for two ends of a range, if none of the one-tap choices fits. Empty input removes the filter. */
import { useState } from "preact/hooks";
import { formatRange, parseRange, type Range } from "#core/question/range.ts";
import type { ChoiceList } from "#presentation/views/sheet.ts";
import { sheet as words } from "#words/sheet.ts";
import { withParameter } from "../question.ts";
import { applying } from "./enter-key.ts";

interface Props {
  list: ChoiceList;
  range: NonNullable<ChoiceList["range"]>;
  /** The question to change. */
  canonical: string;
  onChoose: (query: string) => void;
  /** Whether to ask before it is applied. */
  onDoubt?: (range: Range) => boolean;
}

export function RangeForm({
  list: { name, title },
  range: { said, any },
  canonical,
  onChoose,
  onDoubt,
}: Props) {
  const before = parseRange(said);
  const [low, setLow] = useState(before?.min?.toString() ?? "");
  const [high, setHigh] = useState(before?.max?.toString() ?? "");
  const [wrong, setWrong] = useState(false);
  const apply = () => {
    const [least, most] = [low.trim(), high.trim()];
    // An empty input also removes the value that a published set gives.
    if (least === "" && most === "") return onChoose(any);
    const range = parseRange(`${least}-${most}`);
    setWrong(range === null);
    if (range && !onDoubt?.(range)) onChoose(withParameter(canonical, name, formatRange(range)));
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
    <form class="range-form" aria-label={`${title}: ${words.ownRange}`} {...applying(apply)}>
      {field(words.from, low, setLow)}
      {field(words.upTo, high, setHigh)}
      <button type="button" class="apply" onClick={apply}>
        {words.apply}
      </button>
      <p id={`${name}-error`} class="error" role="alert">
        {wrong && words.rangeError}
      </p>
    </form>
  );
}
