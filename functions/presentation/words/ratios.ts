/** Ratios and probabilities for clinicians. A part of its own, because the first view has none. */
import { englishNumbers, type Numbers } from "./numbers.ts";

/** `3.9`, `0.48`, `22`: at most three significant digits, as is usual for ratios. */
export function ratio(value: number, numbers: Numbers = englishNumbers): string {
  return value >= 100
    ? numbers.fixed(value)
    : numbers.plain(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

/** `> 99 %`, `96 %`; never 100 %. */
export function probability(value: number, numbers: Numbers = englishNumbers): string {
  if (value > 0.99) return "> 99 %";
  if (value < 0.01) return "< 1 %";
  return `${numbers.fixed(Math.round(value * 100))} %`;
}
