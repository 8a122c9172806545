/** Describes a closed interval; an open end is `null`. A URL writes it as `3-5`, `4-` or `-3`. */
export interface Range {
  min: number | null;
  max: number | null;
}

export const rangePattern = /^(\d{1,4}(?:\.\d{1,2})?)?-(\d{1,4}(?:\.\d{1,2})?)?$/;

/** Reads `3-5`, `4-` or `-3`; `null` for anything else, including an inverted range. */
export function parseRange(text: string): Range | null {
  const match = rangePattern.exec(text);
  if (!match) return null;
  const [, low, high] = match;
  if (low === undefined && high === undefined) return null;
  const min = low === undefined ? null : Number(low);
  const max = high === undefined ? null : Number(high);
  return min !== null && max !== null && min > max ? null : { min, max };
}

/** Returns the canonical text of a range. `03-5.0` and `3-5` have the same one. */
export function formatRange({ min, max }: Range): string {
  return `${min ?? ""}-${max ?? ""}`;
}

/** Returns whether a value lies in a range, ends included. */
export function isWithinRange(value: number, { min, max }: Range): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}
