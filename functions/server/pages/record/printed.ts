/** Numbers as their source printed them: with all its digits, which a locale's number format would cut or group. */

export function percentText(value: number): string {
  return `${value} %`;
}

/** The percentage that was printed of a proportion: twelve digits remove the error of the multiplication. */
export function proportionText(value: number): string {
  return String(Number((value * 100).toPrecision(12)));
}

export function monthsText(months: number | null): string {
  return months === null ? "not reached" : `${months} months`;
}
