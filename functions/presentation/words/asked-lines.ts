/** So many prior lines as a label or a protocol asks for: `2 to 4`, `1 or more`; `null` where no number is known. */
export function linesAsked({
  min,
  max,
}: {
  readonly min: number | null;
  readonly max: number | null;
}): string | null {
  if (max === null) return min === null ? null : `${min} or more`;
  if (min === null) return `up to ${max}`;
  return min === max ? `${max}` : `${min} to ${max}`;
}
