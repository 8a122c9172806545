/** By `Intl`, of values rounded beforehand: rounded twice, a number could contradict a sum. */
import { ownOnly } from "#core/own-only.ts";

export interface Numbers {
  /** Exactly this many digits after the point: `8.0`. */
  fixed(value: number, digits?: number): string;
  /** As many digits as the value has: `12.5`, `0.48`. */
  plain(value: number): string;
}

/** Each is created once, at its first use: creating one takes longer than a hundred uses. */
export function numbersIn(locale: string): Numbers {
  const formats = new Map<number, Intl.NumberFormat>();
  const write = (value: number, least: number, most: number) => {
    const format =
      formats.get(most) ??
      new Intl.NumberFormat(
        locale,
        ownOnly({
          minimumFractionDigits: least,
          maximumFractionDigits: most,
          useGrouping: false,
        }),
      );
    formats.set(most, format);
    return format.format(value);
  };
  return {
    // `toFixed` rounds by the exact binary value of the number. `Intl` does not have to, so it gets
    // a value that is rounded already.
    fixed: (value, digits = 0) => write(Number(value.toFixed(digits)), digits, digits),
    plain: (value) => write(value, 0, mostDigits),
  };
}

/** More digits than any figure of the evidence has. */
const mostDigits = 15;

/** For texts that exist in English only. */
export const englishNumbers: Numbers = numbersIn("en");

/** `20 Nov 2026`. The month is a word, never confused with the day. */
export function dateIn(locale: string): (isoDate: string) => string {
  const options = ownOnly({
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return (isoDate) => new Intl.DateTimeFormat(locale, options).format(new Date(isoDate));
}
