/** The notes of a row by the part of the opened row in which they stand. */
import type { OutcomeComparison, Remark } from "#core/comparison/answer.ts";
import type { RowCaution } from "#core/comparison/coded-remarks.ts";
import { remarksOf } from "./notes.ts";

type NotePlace = "products" | "trials" | "sure";

/** Where a caution belongs that says nothing of the certainty. */
const placed: Readonly<Record<string, NotePlace>> = {
  "products-differ": "products",
  "products-missing": "products",
  "not-representative": "products",
  "trials-apart": "products",
  "typical-vs-average": "products",
  combination: "products",
  "evaluable-only": "trials",
  "intention-to-treat": "trials",
  "older-grading": "trials",
  "grade-5-not-counted": "trials",
  "definition-broad": "trials",
  "variance-approximated": "trials",
  "time-origin-differs": "trials",
  "cut-differs": "trials",
  "overlap-dropped": "trials",
  "overlap-unsettled": "trials",
  "no-events": "trials",
  "all-events": "trials",
  "model-fallback": "trials",
} satisfies Partial<Record<RowCaution["code"], NotePlace>>;

/** The notes of a row, each where it belongs. Reasons for the certainty stand beside it. */
export function notesOf(row: OutcomeComparison): Readonly<Record<NotePlace, readonly Remark[]>> {
  const { reasons } = row.certainty;
  const placeOf = (remark: Remark) =>
    reasons.includes(remark) ? "sure" : (placed[remark.code] ?? "sure");
  const all = remarksOf(row);
  const at = (place: NotePlace) => all.filter((remark) => placeOf(remark) === place);
  return { products: at("products"), trials: at("trials"), sure: at("sure") };
}
