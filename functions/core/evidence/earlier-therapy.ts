/** Reads what trials print of the earlier therapy of their patients: its kinds, and the number of lines. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/vocabulary.ts";
import type { Range } from "../question/range.ts";

export type PrintedKind = ComputeCohort["priorBcmaKinds"][number];

/** Returns whether every patient was required to have had earlier therapy directed at BCMA. */
export function isEarlierBcmaTherapyRequired({
  priorBcma,
}: Pick<ComputeCohort, "priorBcma">): boolean {
  return priorBcma === "required";
}

export function listPrintedTherapyKindCounts(
  { priorBcmaKinds }: Pick<ComputeCohort, "priorBcmaKinds">,
  kinds: readonly EarlierKind[],
): PrintedKind[] {
  return priorBcmaKinds.filter(
    (therapy) => kinds.includes(therapy.kind) && isCountedAsTherapyKind(therapy),
  );
}

/**
 * Returns the printed counts of patients who had one of these kinds, without those that are 0; a kind whose count is
 * not known stays.
 */
export function listNonzeroTherapyKindCounts(
  cohort: Pick<ComputeCohort, "priorBcmaKinds">,
  kinds: readonly EarlierKind[],
): PrintedKind[] {
  return listPrintedTherapyKindCounts(cohort, kinds).filter(({ n }) => n !== 0);
}

/**
 * Returns whether at least half of the patients had one of these kinds. The largest count decides; counts are not
 * added up, because a patient may have had several kinds. A count of fewer than half decides nothing.
 */
export function hasTherapyKindInHalf(counts: readonly PrintedKind[]): boolean {
  return counts.some(({ n, of }) => n !== null && 2 * n >= of);
}

/**
 * Returns whether a cohort leaves open if any of its patients had one of these kinds: it prints no kind, or one of
 * these without its target.
 */
export function areTherapyKindsUnknown(
  { priorBcmaKinds }: Pick<ComputeCohort, "priorBcmaKinds">,
  kinds: readonly EarlierKind[],
): boolean {
  return (
    !priorBcmaKinds.some(isCountedAsTherapyKind) ||
    priorBcmaKinds.some(
      (therapy) => kinds.includes(therapy.kind) && !isCountedAsTherapyKind(therapy),
    )
  );
}

/**
 * Returns whether a therapy counts as a kind: CAR-T cells whatever their target, therapy against GPRC5D, and
 * all else if directed at BCMA.
 */
function isCountedAsTherapyKind({ kind, directed }: PrintedKind): boolean {
  return directed || kind === "gprc5d" || kind === "car-t";
}

/**
 * Returns the range of prior lines of the enrolled patients, else of those admitted; `null` if neither is
 * known.
 */
export function findEnrolledElseAdmittedLineRange({
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
