/** Which class reports an outcome at all, in any setting: what one alone reports is never compared. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { groups } from "./classes.ts";
import type { Dataset } from "./dataset.ts";

export function reportedBy(
  outcome: string,
  { cohorts }: Pick<Dataset, "cohorts">,
): readonly TherapyClass[] {
  return groups.filter((group) =>
    cohorts.some(
      ({ therapyClass, figures, landmarks }) =>
        therapyClass === group && [...figures, ...landmarks].some((one) => one.outcome === outcome),
    ),
  );
}
