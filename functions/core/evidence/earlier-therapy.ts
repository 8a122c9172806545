/** Earlier therapy by kind: which trials recruited for it, and what they print of each kind. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/earlier-kinds.ts";

export type PrintedKind = ComputeCohort["priorBcmaKinds"][number];

/** Whether every patient had to have had earlier therapy directed at BCMA. */
export function isRequired({ priorBcma }: Pick<ComputeCohort, "priorBcma">): boolean {
  return priorBcma === "required";
}

/** What a cohort prints of therapies of these kinds that are directed at BCMA or GPRC5D. */
export function printedKinds(
  { priorBcmaKinds }: Pick<ComputeCohort, "priorBcmaKinds">,
  kinds: readonly EarlierKind[],
): PrintedKind[] {
  return priorBcmaKinds.filter((one) => kinds.includes(one.kind) && isDirected(one));
}

/** Whether a cohort prints any kind at all. */
export function printsKinds({ priorBcmaKinds }: Pick<ComputeCohort, "priorBcmaKinds">): boolean {
  return priorBcmaKinds.some(isDirected);
}

function isDirected({ kind, directed }: PrintedKind): boolean {
  return directed || kind === "gprc5d";
}
