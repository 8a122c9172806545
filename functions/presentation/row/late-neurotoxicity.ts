/**
 * Parkinsonism, palsies of cranial nerves and other late neurotoxicity: what any study of the products
 * printed, at any line, because they are rare and most trials are silent on them. Never pooled.
 */
import type { Citation } from "#core/answer/answer.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { productName } from "../words/product-name.ts";

/** The outcomes that begin weeks or months after treatment: another thing than ICANS. */
export const lateNeurotoxicity = [
  "movement-disorder",
  "cranial-nerve-palsy",
  "delayed-neurotoxicity",
] as const;

export interface LateNeurotoxicity {
  readonly outcome: string;
  /** "Parkinsonism or MNT (movement and neurocognitive treatment-emergent events)" */
  readonly title: string;
  readonly studies: readonly {
    readonly cohort: string;
    /** "cilta-cel, CARTITUDE-4: 1 of 176" */
    readonly text: string;
    readonly citation: Citation | null;
  }[];
}

type Figure = ComputeCohort["figures"][number];

/** @param cohorts of the products that were asked for */
export function lateNeurotoxicityOf(
  cohorts: readonly ComputeCohort[],
  outcomes: readonly Outcome[],
  citationOf: (cohort: string, figure: Figure) => Citation | null,
): LateNeurotoxicity[] {
  return lateNeurotoxicity.flatMap((id) => {
    const outcome = outcomes.find((one) => one.id === id);
    const studies = cohorts.flatMap(({ id: cohort, label, product, evidence, figures }) =>
      figures
        .filter(({ outcome: of, events, n }) => of === id && events !== null && n !== null)
        .map((figure) => ({
          cohort,
          text: `${productName(product)}, ${label}${evidence === "trial" ? "" : " (practice)"}: ${figure.events} of ${figure.n}`,
          citation: citationOf(cohort, figure),
        })),
    );
    if (!outcome || studies.length === 0) return [];
    const { label, detail } = outcome;
    return [{ outcome: id, title: detail ? `${label} (${detail})` : label, studies }];
  });
}
