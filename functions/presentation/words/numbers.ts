/**
 * The digits of a language, by `Intl`. What is rounded is rounded before, by arithmetic and in one way
 * everywhere: a format that rounded again could contradict a sum beside it.
 */

export interface Numbers {
  /** Exactly this many digits after the point: `8.0`. */
  fixed(value: number, digits?: number): string;
  /** As many digits as the value has: `12.5`, `0.48`. */
  plain(value: number): string;
}

/** Formats are made when first used, and once: making one takes longer than a hundred uses. */
export function numbersIn(locale: string): Numbers {
  const formats = new Map<number, Intl.NumberFormat>();
  const write = (value: number, least: number, most: number) => {
    const format =
      formats.get(most) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        useGrouping: false,
      });
    formats.set(most, format);
    return format.format(value);
  };
  return {
    // Where two numbers of that many digits are equally near, `toFixed` knows the exact value; `Intl` need not.
    fixed: (value, digits = 0) => write(Number(value.toFixed(digits)), digits, digits),
    plain: (value) => write(value, 0, mostDigits),
  };
}

/** More than any figure of the evidence has. */
const mostDigits = 15;

/** For texts that exist in English only. */
export const englishNumbers: Numbers = numbersIn("en");

/** `20 Nov 2026`: a date nobody reads as month and day swapped, in the order of the region. */
export function dateIn(locale: string): (isoDate: string) => string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return (isoDate) => new Intl.DateTimeFormat(locale, options).format(new Date(isoDate));
}
