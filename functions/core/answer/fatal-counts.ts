/** Deaths of the event of a row of grade 3 or 4, which its figures leave out, as counts by class. */
import type { FatalBeside, Row, Study } from "./answer.ts";

export interface FatalCount {
  readonly outcome: string;
  readonly label: string;
  /** Deaths and patients, summed over `studies` alone. */
  readonly events: number;
  readonly n: number;
  /** The trials that report them for the data cut of their figure of grade 3 or 4. */
  readonly studies: readonly Study[];
  /** Those that count grade 3 or 4 and do not report them for that cut. */
  readonly notReported: FatalBeside["notReported"];
}

/**
 * The deaths in some trials of a row.
 *
 * @param studies of one kind of regimen, because alone and combined are never summed
 * @returns `null` where no trial reports them, which is never the same as 0
 */
export function fatalCountOf(
  studies: readonly Pick<Study, "cohort">[],
  { grades }: Pick<Row<string>, "grades">,
): FatalCount | null {
  const fatal = grades?.fatal ?? null;
  if (fatal === null) return null;
  const cohorts = new Set(studies.map(({ cohort }) => cohort));
  const isOfThem = ({ cohort }: Pick<Study, "cohort">) => cohorts.has(cohort);
  const reporting = fatal.studies.filter(isOfThem);
  if (reporting.length === 0) return null;
  return {
    outcome: fatal.outcome,
    label: fatal.label,
    events: sum(reporting.map(({ events }) => events)),
    n: sum(reporting.map(({ n }) => n)),
    studies: reporting,
    notReported: fatal.notReported.filter(isOfThem),
  };
}

function sum(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}
