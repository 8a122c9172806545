/** Manual input of a range or number, if none of the one-tap choices fits. */
import type { ChoiceName } from "#core/choices/choices.ts";
import { formatRange, parseRange } from "#core/question/range.ts";
import { withParameter } from "../answers/ordered-query.ts";
import { type Offered, saidOf } from "./offered.ts";
import { RangeForm } from "./range-form.tsx";

interface Props extends Offered {
  name: ChoiceName;
  /** One number (the minimum) instead of the two ends of a range. */
  number?: boolean;
}

export function OwnRange({ name, number = false, ...offered }: Props) {
  const { sheets, choices, query, onChoose } = offered;
  const said = saidOf(name, offered) ?? "";
  const apply = (text: string | null) => {
    // An empty input also removes the value that a published set gives.
    const any = choices?.choices[name].find(({ value }) => value === "any")?.query;
    onChoose(
      text === null && any !== undefined
        ? any
        : withParameter(choices?.canonical ?? query, name, text),
    );
  };
  return (
    <RangeForm
      // A new key fills the form again if the value is known only after the first drawing.
      key={said}
      name={name}
      range={parseRange(number ? `${said}-` : said)}
      number={number}
      sheets={sheets}
      onApply={(range) => apply(range && (number ? String(range.min ?? "") : formatRange(range)))}
    />
  );
}
