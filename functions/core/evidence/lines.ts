/**
 * Reads the prior lines of the patients of a trial. This is a file of its own, because the element needs no
 * filters.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Range } from "../question/range.ts";

/**
 * Returns the range of prior lines of the enrolled patients, else of those admitted; `null` if neither is
 * known.
 */
export function findPriorLineRange({
  priorLinesRange,
  admittedLines,
}: Pick<ComputeCohort, "priorLinesRange" | "admittedLines">): {
  of: "enrolled" | "admitted";
  range: Range;
} | null {
  if (priorLinesRange) {
    const [min, max] = priorLinesRange;
    return { of: "enrolled", range: { min, max } };
  }
  return admittedLines && { of: "admitted", range: admittedLines };
}
