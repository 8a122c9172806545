/** Numbers in English text have English formats, whatever the reader's system. */

/** Each is created once, at its first use: creating one takes longer than a hundred uses. */
const formats = new Map<number, Intl.NumberFormat>();

function write(value: number, least: number, most: number): string {
  const format =
    formats.get(most) ??
    new Intl.NumberFormat("en", {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: false,
    });
  formats.set(most, format);
  return format.format(value);
}

/** More digits than any figure of the evidence has. */
const mostDigits = 15;

/** Returns a number with all of its digits: `12.5`, `0.48`. */
export const plain = (value: number): string => write(value, 0, mostDigits);

/**
 * Exactly this many digits after the point: `8.0`. `toFixed` rounds by the exact binary value of the number.
 * `Intl` does not have to, so it gets a value that is rounded already.
 */
export function fixed(value: number, digits = 0): string {
  return write(Number(value.toFixed(digits)), digits, digits);
}
