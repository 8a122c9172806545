/** `P = 0.012`, `P = 0.34`, `P < 0.001`: two-sided, with the digits journals print. */
export function pValueText(p: number): string {
  return p < 0.001 ? "P < 0.001" : `P = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}
