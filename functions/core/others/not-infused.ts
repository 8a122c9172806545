/** Gathers why patients of randomised trials were not infused as planned, which no outcome of a cohort counts. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { ComparisonStudy } from "#data/schema.ts";
import type { Citation } from "../answer/answer.ts";
import { makeFigureSource } from "./randomised-arms.ts";

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
  /** Says until when they are counted, as printed; `null` if no source does. */
  readonly definition: string | null;
  readonly citation: Citation;
}

export function listNotInfusedCountsOfCarTArms(
  studies: readonly ComparisonStudy[],
  cohorts: readonly Pick<ComputeCohort, "id" | "label" | "product" | "therapyClass">[],
): NotInfused[] {
  return studies
    .filter(({ kind }) => kind === "randomised")
    .flatMap((study) =>
      reasons.flatMap((reason) =>
        study.figures.flatMap((figure) => {
          const { of, outcome, events, n, definition, locator } = figure;
          const side = study.sides.find(({ id }) => id === of);
          const arm = cohorts.find(
            ({ id, therapyClass }) => therapyClass === "car-t" && side?.cohorts.includes(id),
          );
          if (outcome !== reason || !arm || events === null || n === null) return [];
          const { id: cohort, label, product } = arm;
          const { citation: text, href, tier } = makeFigureSource(figure, study);
          const citation = { text, href, locator, tier, publication: null };
          return [{ reason, events, n, cohort, label, product, definition, citation }];
        }),
      ),
    );
}
