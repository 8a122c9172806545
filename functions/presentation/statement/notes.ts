/** The cautions of a row and the reasons for its certainty: all of them, and the one that leads. */
import type { OutcomeComparison, Remark } from "#core/comparison/answer.ts";
import type { CertaintyReason, RowCaution } from "#core/comparison/coded-remarks.ts";

/** All notes of a row, without repeats: the reasons for low certainty first. */
export function remarksOf({
  certainty,
  cautions,
}: Pick<OutcomeComparison, "certainty" | "cautions">): Remark[] {
  return [...certainty.reasons, ...cautions].filter(
    ({ text }, index, all) => all.findIndex((other) => other.text === text) === index,
  );
}

/** The numbers and names on the row say the same. */
export const onTheRow: readonly string[] = [
  "not-representative",
  "single-cohort",
  "few-cohorts",
  "one-class",
  "one-product",
] satisfies readonly (CertaintyReason | RowCaution)["code"][];

/**
 * The remark that stands on a closed row, where only one has room, and the number of the others.
 * Cautions come most important first, and say more about the number than the reasons for low
 * certainty do. `null` if there is none.
 */
export function leadOf(row: OutcomeComparison): { label: string; others: number } | null {
  const all = remarksOf(row);
  const remarks = [...row.cautions, ...all];
  // Where the products are named, it follows which are missing.
  const named = remarks.some(({ code }) => code === "not-representative") ? "products-missing" : "";
  const lead = remarks.find(({ code }) => !onTheRow.includes(code) && code !== named) ?? all[0];
  return lead ? { label: lead.label, others: all.length - 1 } : null;
}
