/** Finds published studies that compare CAR-T with a bispecific, and counts them by design. */
import { designOf } from "./collection-vocabulary.ts";
import type { ComparisonStudyFile } from "./schema.ts";

type StudyWithSides = Pick<ComparisonStudyFile, "kind" | "sides" | "figures" | "disease">;

/** Returns whether a figure compares CAR-T with a bispecific, as our own comparison does. */
export function hasFigureBetweenClasses({
  sides,
  figures,
}: Pick<StudyWithSides, "sides" | "figures">): boolean {
  const classOf = (id: string | null) => sides.find((side) => side.id === id)?.therapyClass ?? null;
  return figures.some(({ of, against }) => {
    const [measured, compared] = [classOf(of), classOf(against)];
    return measured !== null && compared !== null && measured !== compared;
  });
}

export interface ComparedClasses {
  randomised: number;
  /** `adjusted` counts the studies that compared by matching, weighting or indirectly. */
  adjusted: number;
}

/** Counts the studies that compare the classes and have patients with myeloma only. */
export function countClassComparisonsByDesign(studies: readonly StudyWithSides[]): ComparedClasses {
  const between = studies.filter(
    (study) => study.disease !== "mixed" && hasFigureBetweenClasses(study),
  );
  const count = (...designs: readonly string[]) =>
    between.filter(({ kind }) => designs.includes(designOf[kind])).length;
  return { randomised: count("randomised"), adjusted: count("matched", "adjusted") };
}
