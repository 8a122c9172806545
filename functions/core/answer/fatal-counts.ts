/** Counts, by class, the deaths from the event of a row that counts grade 3 or 4 and therefore leaves deaths out. */
import type { Row, Study } from "./answer.ts";

export interface FatalCount {
  /** `events` (deaths) and `n` (patients) are sums over `studies` alone. */
  readonly events: number;
  readonly n: number;
  /** The trials that report them for the data cut of their figure of grade 3 or 4. */
  readonly studies: readonly Study[];
}

/**
 * Returns the deaths in some trials of a row.
 *
 * @param studies of one kind of regimen, because alone and combined are never summed
 * @returns `null` where no trial reports them, which is never the same as 0
 */
export function summariseFatalCounts(
  studies: readonly Pick<Study, "cohort">[],
  { grades }: Pick<Row<string>, "grades">,
): FatalCount | null {
  const cohorts = new Set(studies.map(({ cohort }) => cohort));
  const reporting = (grades?.fatal?.studies ?? []).filter(({ cohort }) => cohorts.has(cohort));
  if (reporting.length === 0) return null;
  return {
    events: sumKnownCounts(reporting.map(({ events }) => events)),
    n: sumKnownCounts(reporting.map(({ n }) => n)),
    studies: reporting,
  };
}

function sumKnownCounts(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}
