/** Numbers in English text have English formats, whatever the reader's system. */

/** A number with all of its digits, `12.5`, but for the last ones that arithmetic adds: 0.1 + 0.2 is `0.3`. */
export const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** Exactly this many digits after the point: `8.0`; rounded by the exact binary value of the number. */
export const fixed = (value: number, digits = 0): string => value.toFixed(digits);
