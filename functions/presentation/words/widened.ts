/** What a catalogue must have: the same words and functions as the English one, in any text. */
export type Widened<Words> = Words extends string
  ? string
  : Words extends number | boolean | null | undefined
    ? Words
    : Words extends (...told: infer Told) => infer Said
      ? (...told: Told) => Widened<Said>
      : { readonly [Name in keyof Words]: Widened<Words[Name]> };
