/** The printed times of a row: which cohorts stand in it. What each line says comes with it. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { type TimingLine, timingAmong } from "#core/evidence/timing.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

type Placed = Pick<TimingLine, "cohort" | "parts" | "therapyClass">;

export interface TimingOfClass<L extends Placed> {
  group: TherapyClass;
  lines: readonly L[];
}

/** The classes with a line in this row, each by itself. Cohorts that were not asked for have none. */
export function timingInRow<L extends Placed>(
  lines: readonly L[],
  { pools }: Pick<OutcomeComparison, "pools">,
): TimingOfClass<L>[] {
  const asked = groups.flatMap((group) => {
    const { studies, notPooled, beside } = pools[group];
    return [...studies, ...notPooled, ...(beside?.studies ?? [])].map(({ cohort }) => cohort);
  });
  return timingByClass(timingAmong(lines, new Set(asked)));
}

export function timingByClass<L extends Placed>(lines: readonly L[]): TimingOfClass<L>[] {
  return groups
    .map((group) => ({ group, lines: lines.filter((line) => line.therapyClass === group) }))
    .filter((one) => one.lines.length > 0);
}
