/** Which counts a printed percentage can stand for. */
import { printsAs } from "#data/rules/figures.ts";

/** Every count of 0 to n that prints this percentage, a half rounded either way. */
export function countsPrinting(percent: number, n: number): number[] {
  return allOf(n).filter((events) => printsAs((100 * events) / n, percent));
}

/**
 * Every count that prints the percentage if it was rounded to one decimal more before: 16 of 97 is
 * 16.49, printed 16.5, and from there 17. Both times a half is rounded up, as is usual.
 */
export function countsPrintingTwiceRounded(percent: number, n: number): number[] {
  const decimals = String(percent).split(".")[1]?.length ?? 0;
  const printed = (value: number, digits: number) => halfUp(value * 10 ** digits) / 10 ** digits;
  return allOf(n).filter(
    (events) => printed(printed((100 * events) / n, decimals + 1), decimals) === percent,
  );
}

/** Without what binary fractions lack: 1.15 times 10 is a little less than 11.5. */
function halfUp(value: number): number {
  return Math.round(Number(value.toFixed(6)));
}

function allOf(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, events) => events);
}
