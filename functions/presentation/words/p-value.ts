import { fixed, plain } from "./numbers.ts";

/** `P = 0.012`, `P = 0.34`, `P < 0.001`: two-sided, with as many digits as in journals. */
export function pValueText(p: number): string {
  return p < 0.001 ? `P < ${plain(0.001)}` : `P = ${fixed(p, p < 0.1 ? 3 : 2)}`;
}
