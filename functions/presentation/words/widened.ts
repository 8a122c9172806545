/**
 * The contract that a catalogue is for every other one: the same words and functions, with any text.
 * English is written first, so no word is described twice.
 */
export type Widened<Words> = Words extends string
  ? string
  : Words extends number | boolean | null | undefined
    ? Words
    : Words extends (...told: infer Told) => infer Said
      ? (...told: Told) => Widened<Said>
      : { readonly [Name in keyof Words]: Widened<Words[Name]> };
