import { fixed, plain } from "./numbers.ts";

/** `P = 0.012`, `P = 0.34`, `P < 0.001`: two-sided, with as many digits as in journals. */
export function pValueText(p: number): string {
  return p < 0.001 ? `P < ${plain(0.001)}` : `P = ${fixed(p, p < 0.1 ? 3 : 2)}`;
}

/** As its source prints it: `P = 0.012` of "0.012", `P < 0.001` of "<0.001". */
export function printedPValue(text: string): string {
  return `P ${text.startsWith("<") ? `< ${text.slice(1)}` : `= ${text}`}`;
}
