/**
 * In which rows the answer for a patient prints other rates than the answer over all cohorts, so
 * that the difference can be said in words.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { rateOf100 } from "../words/rates.ts";
import { type ShownRate, shownOf } from "./shown-numbers.ts";

interface PatientChange {
  label: string;
  /** The rates that are printed otherwise; `null` where there is none. */
  classes: readonly { group: TherapyClass; whole: ShownRate | null; own: ShownRate | null }[];
}

export interface PatientChanges {
  /** Number of rows with a number in either answer. */
  rows: number;
  changed: readonly PatientChange[];
}

export function patientChanges(whole: Comparison, own: Comparison): PatientChanges {
  const rows = own.outcomes.flatMap((row, index) => {
    const before = whole.outcomes[index];
    const classes = groups.map((group) => ({
      group,
      whole: before ? shownOf(before, group) : null,
      own: shownOf(row, group),
    }));
    const hasNumber = classes.some((one) => one.whole !== null || one.own !== null);
    return hasNumber ? [{ label: row.label, classes }] : [];
  });
  return {
    rows: rows.length,
    changed: rows
      .map(({ label, classes }) => ({
        label,
        classes: classes.filter((one) => printed(one.whole) !== printed(one.own)),
      }))
      .filter(({ classes }) => classes.length > 0),
  };
}

function printed(rate: ShownRate | null): string | null {
  return rate && rateOf100(rate.estimate);
}
