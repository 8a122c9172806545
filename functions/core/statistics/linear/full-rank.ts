import { crossProduct, type Design } from "./design.ts";
import { invertPositiveDefinite } from "./positive-definite.ts";

/** Whether the columns of a design are linearly independent. */
export function hasFullRank(design: Design): boolean {
  const ones = new Float64Array(design.k).fill(1);
  return (
    design.k >= design.p && invertPositiveDefinite(crossProduct(design, ones), design.p) !== null
  );
}
