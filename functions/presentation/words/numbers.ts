/** Formats numbers in the English way, whatever the reader's system. */

/**
 * Returns a number with all its digits, as in `12.5`, without the last digits that floating-point arithmetic adds: 0.1
 * + 0.2 is `0.3`.
 */
export const formatPlainNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** Returns a number rounded to tenths, without a zero at the end, as in `2.5`, `3`. */
export const formatTenths = (value: number): string => formatPlainNumber(Number(value.toFixed(1)));

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Spells out a small whole number, as in `four`; `9` and more stay digits. */
export const formatCountAsWord = (count: number): string => words[count] ?? `${count}`;

/** Returns a number with exactly this many digits after the point, as in `8.0`, rounded by its exact binary value. */
export const formatFixedDigits = (value: number, digits = 0): string => value.toFixed(digits);
