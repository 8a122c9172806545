/**
 * What only the question after BCMA-directed therapy needs to say: its trials are few, and differ in
 * the kind of therapy that their patients had.
 */

import { bcmaKinds } from "#data/bcma-kinds.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { rules } from "./certainty-rules.ts";
import type { AnswerCaution } from "./coded-remarks.ts";
import type { Figures } from "./fit.ts";

/** Whether the trials of no class stand for it, because one has too few. */
export function isTooFewAfterBcma(
  { priorBcma, compare }: Query,
  groups: readonly { readonly figures: Figures }[],
): boolean {
  if (priorBcma !== "selected" || compare !== usualDimension) return false;
  return groups.some(({ figures: { figures } }) => figures.length < rules.leastAfterBcma);
}

/** @param selected the cohorts that answer the question */
export function kindsRemarks(
  { priorBcma, evidence }: Query,
  selected: readonly ComputeCohort[],
  { cohorts }: Pick<Dataset, "cohorts">,
): AnswerCaution[] {
  if (priorBcma !== "selected" || selected.length === 0) return [];
  const trials = selected.map(({ label: trial, priorBcmaKinds: kinds }) => ({ trial, kinds }));
  const others = cohorts.filter(
    (one) => !selected.includes(one) && (evidence === "all" || one.evidence === evidence),
  );
  const unselected = bcmaKinds.filter((kind) => !selected.some((one) => isFor(one, kind)));
  return [
    { code: "kinds-enrolled", trials },
    ...(unselected.length === 0
      ? []
      : [
          {
            code: "kinds-not-selected" as const,
            kinds: unselected.map((kind) => ({
              kind,
              elsewhere: others.flatMap(({ label: trial, priorBcmaKinds }) =>
                priorBcmaKinds
                  .filter((one) => one.kind === kind && one.n !== 0)
                  .map((one) => ({ ...one, trial })),
              ),
            })),
          },
        ]),
  ];
}

/** Whether every patient had this kind. */
function isFor({ priorBcmaKinds }: ComputeCohort, kind: string): boolean {
  return priorBcmaKinds.some((one) => one.kind === kind && one.directed && one.n === one.of);
}
