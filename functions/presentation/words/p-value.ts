import type { Numbers } from "./numbers.ts";

/** `P = 0.012`, `P = 0.34`, `P < 0.001`: two-sided, with as many digits as in journals. */
export function pValueText(p: number, numbers: Numbers): string {
  return p < 0.001 ? `P < ${numbers.plain(0.001)}` : `P = ${numbers.fixed(p, p < 0.1 ? 3 : 2)}`;
}
