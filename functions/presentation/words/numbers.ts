/** Formats numbers in the English way, whatever the reader's system. */

/**
 * Returns a number with all its digits, as in `12.5`, without the last digits that floating-point arithmetic adds: 0.1
 * + 0.2 is `0.3`.
 */
export const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** Returns a number with exactly this many digits after the point, as in `8.0`, rounded by its exact binary value. */
export const withDigits = (value: number, digits = 0): string => value.toFixed(digits);
