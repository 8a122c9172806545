/** Gathers why patients of randomised trials were not infused as planned, which no outcome of a cohort counts. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { ComparisonStudy } from "#data/schema.ts";

/** These outcomes of randomised trials count patients who were not infused as study treatment. */
const reasons = ["infused-after-progression", "death-before-treatment"] as const;

/** Counts patients of an arm who were not infused as planned, for one reason. */
export interface NotInfused {
  readonly reason: (typeof reasons)[number];
  readonly events: number;
  /** Counts all who were randomised to the arm. */
  readonly n: number;
  readonly cohort: string;
  readonly label: string;
  readonly product: string;
}

export function listNotInfusedCountsOfCarTArms(
  studies: readonly ComparisonStudy[],
  cohorts: readonly Pick<ComputeCohort, "id" | "label" | "product" | "therapyClass">[],
): NotInfused[] {
  return studies
    .filter(({ kind }) => kind === "randomised")
    .flatMap(({ sides, figures }) =>
      reasons.flatMap((reason) =>
        figures.flatMap(({ of, outcome, events, n }) => {
          const side = sides.find(({ id }) => id === of);
          const arm = cohorts.find(
            ({ id, therapyClass }) => therapyClass === "car-t" && side?.cohorts.includes(id),
          );
          if (outcome !== reason || !arm || events === null || n === null) return [];
          const { id: cohort, label, product } = arm;
          return [{ reason, events, n, cohort, label, product }];
        }),
      ),
    );
}
