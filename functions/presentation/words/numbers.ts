/** Numbers in English text have English formats, whatever the reader's system. */

/** A number with all of its digits: `12.5`, `0.48`. */
export const plain = (value: number): string => String(value);

/** Exactly this many digits after the point: `8.0`; rounded by the exact binary value of the number. */
export const fixed = (value: number, digits = 0): string => value.toFixed(digits);
