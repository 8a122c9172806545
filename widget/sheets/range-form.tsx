/** Draws a form for two ends of a range, if none of the one-tap choices fits. Empty input removes the filter. */
import { useState } from "preact/hooks";
import { formatRange, isWithinRange, parseRange } from "#core/question/range.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ChoiceList } from "#presentation/views/sheet.ts";
import { classAdjective } from "#presentation/words/class-names.ts";
import { setQuestionParameter } from "../question.ts";
import { makeEnterKeyProperties } from "./enter-key.ts";

interface RangeFormProps {
  list: ChoiceList;
  range: NonNullable<ChoiceList["range"]>;
  /** Holds the question to change. */
  canonical: string;
  onChoose: (query: string) => void;
}

export function RangeForm({
  list: { name, title, medians = {} },
  range: { value: setting, any },
  canonical,
  onChoose,
}: RangeFormProps) {
  const before = parseRange(setting);
  const [low, setLow] = useState(before?.min?.toString() ?? "");
  const [high, setHigh] = useState(before?.max?.toString() ?? "");
  const [problem, setProblem] = useState("");
  const apply = () => {
    const [least, most] = [low.trim(), high.trim()];
    // An empty input also removes the value that a published set gives.
    if (least === "" && most === "") return onChoose(any);
    const range = parseRange(`${least}-${most}`);
    if (range === null) return setProblem("Give the lower number first, or leave one end open.");
    const emptied = therapyClasses.filter((group) =>
      medians[group]?.every((median) => !isWithinRange(median, range)),
    );
    const classes = emptied.map((group) => classAdjective[group]).join(" or ");
    const doubt =
      classes &&
      `No ${classes} trial has such a median. For one patient use My patient; to filter by it, apply again.`;
    // A range that leaves a class without a trial needs a second confirmation.
    if (doubt && doubt !== problem) return setProblem(doubt);
    setProblem("");
    onChoose(setQuestionParameter(canonical, name, formatRange(range)));
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}{" "}
      <input
        type="text"
        inputMode="decimal"
        size={4}
        value={value}
        aria-invalid={problem !== ""}
        aria-describedby={`${name}-error`}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="range-form"
      aria-label={`${title}: another range`}
      {...makeEnterKeyProperties(apply)}
    >
      {field("from", low, setLow)}
      {field("to", high, setHigh)}
      <button type="button" class="apply" onClick={apply}>
        Apply
      </button>
      <p
        id={`${name}-error`}
        class="error"
        role="alert"
        ref={(text) => {
          if (problem) text?.scrollIntoView({ block: "center" });
        }}
      >
        {problem}
      </p>
    </form>
  );
}
