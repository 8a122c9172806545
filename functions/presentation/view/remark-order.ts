/** Which caution or reason for low certainty stands on a closed row, where only one has room. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { CertaintyReason, RowCaution } from "#core/comparison/coded-remarks.ts";
import { remarksOf } from "./remarks.ts";

/** The numbers and names on the row say the same. */
const said: readonly string[] = [
  "not-representative",
  "single-cohort",
  "few-cohorts",
  "one-class",
  "one-product",
] satisfies readonly (CertaintyReason | RowCaution)["code"][];

/**
 * The remark that leads, and the number of the others. Cautions come most important first, and say
 * more about the number than the reasons for low certainty do. `null` if there is none.
 */
export function leadOf(row: OutcomeComparison): { label: string; others: number } | null {
  const all = remarksOf(row);
  const remarks = [...row.cautions, ...all];
  // Where the products are named, it follows which are missing.
  const named = remarks.some(({ code }) => code === "not-representative") ? "products-missing" : "";
  const lead = remarks.find(({ code }) => !said.includes(code) && code !== named) ?? all[0];
  return lead ? { label: lead.label, others: all.length - 1 } : null;
}
