/** So many prior lines as a label or a protocol asks for: `2 to 4`, `1 or more`. */
import type { Approval } from "#data/schema.ts";

export function linesAsked({ min, max }: Approval["priorLines"]): string | null {
  if (max === null) return min === null ? null : `${min} or more`;
  if (min === null) return `up to ${max}`;
  return min === max ? `${max}` : `${min} to ${max}`;
}
