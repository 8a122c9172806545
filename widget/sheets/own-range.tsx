/** A range or number by hand, for when the one-tap choices are not the right ones. */
import type { ChoiceName } from "#core/choices/choices.ts";
import { formatRange, parseRange } from "#core/question/range.ts";
import { withParameter } from "../answers/ordered-query.ts";
import { type Offered, saidOf } from "./offered.ts";
import { RangeForm } from "./range-form.tsx";

interface Props extends Offered {
  name: ChoiceName;
  /** One number, the least that counts, instead of two ends. */
  number?: boolean;
}

export function OwnRange({ name, number = false, ...offered }: Props) {
  const { sheets, choices, query, onChoose } = offered;
  const said = saidOf(name, offered) ?? "";
  const apply = (text: string | null) => {
    // Without anything said, what a published set says is lifted, too.
    const any = choices?.choices[name].find(({ value }) => value === "any")?.query;
    onChoose(
      text === null && any !== undefined
        ? any
        : withParameter(choices?.canonical ?? query, name, text),
    );
  };
  return (
    <RangeForm
      // What is said may be known only after the form is there.
      key={said}
      name={name}
      range={parseRange(number ? `${said}-` : said)}
      number={number}
      sheets={sheets}
      onApply={(range) => apply(range && (number ? String(range.min ?? "") : formatRange(range)))}
    />
  );
}
