/**
 * Determines which grades the figures of a row count. Sources print "grade 3 or 4" and "grade 3 or higher" of
 * the same event: a row is called by what is counted in it, and deaths that are not counted are listed next to it.
 */
import type { ComputeFigure } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type CountedFigure, findSourceRefusal, hasCount } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry, Poolable } from "../evidence/gather.ts";
import { countTrialsOfEntriesIncludingPooled } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import type { Grades, Row, SeparateDeaths, Study } from "./answer.ts";
import type { GatheredGroup } from "./gather-row.ts";
import { counts } from "./outcome-types.ts";
import { makeWeightedStudies } from "./summarise.ts";

type Rules = Pick<Query, "sources">;

/** Returns which grades the figures of a row count; `null` for an outcome that does not count grade 3 and higher. */
export function summariseCountedGrades(
  { severe }: Outcome,
  groups: readonly Pick<GatheredGroup<string, Poolable>, "mainRegimen">[],
  rules: Rules,
  { outcomes }: Pick<Dataset, "outcomes">,
): Grades | null {
  if (severe === undefined) return null;
  const entries = groups.flatMap(({ mainRegimen: { gathered, otherRegimen } }) => [
    ...gathered.entries,
    ...(otherRegimen?.gathered.entries ?? []),
  ]);
  const counting = (...grades: ComputeFigure["grades"][]) =>
    entries.filter(({ figure }) => grades.includes("grades" in figure ? figure.grades : null));
  const withoutDeaths = counting("3-4");
  const deaths = outcomes.find(({ id }) => id === severe.fatal);
  return {
    trials: countTrialsOfEntriesIncludingPooled(entries),
    withoutDeaths: countTrialsOfEntriesIncludingPooled(withoutDeaths),
    withDeaths: countTrialsOfEntriesIncludingPooled(counting("3-5")),
    notReported: countTrialsOfEntriesIncludingPooled(counting(null, "severe")),
    ungraded: countTrialsOfEntriesIncludingPooled(counting("severe")),
    fatal:
      deaths === undefined || withoutDeaths.length === 0
        ? null
        : summariseSeparateDeaths(deaths, withoutDeaths, rules),
  };
}

function summariseSeparateDeaths(
  { id, label }: Outcome,
  entries: readonly Entry[],
  rules: Rules,
): SeparateDeaths {
  const withDeaths = entries.map((entry) => ({
    entry,
    deaths: findDeathsFigure(entry, id, rules),
  }));
  return {
    outcome: id,
    label,
    studies: makeWeightedStudies(
      withDeaths.flatMap(({ entry: { cohort }, deaths: figure }) =>
        figure ? [{ cohort, figure, n: figure.n, followUpMonths: figure.followUpMonths }] : [],
      ),
      counts,
      null,
    ),
    notReported: withDeaths
      .filter(({ deaths }) => deaths === null)
      .map(({ entry: { cohort } }) => ({
        cohort: cohort.id,
        label: cohort.label,
        product: cohort.product,
      })),
  };
}

/** Returns the deaths up to the same data cut, because deaths up to another cut cover another time. */
function findDeathsFigure(
  { cohort, figure }: Entry,
  outcome: string,
  rules: Rules,
): CountedFigure | null {
  return (
    cohort.figures
      .filter(
        (candidate) =>
          candidate.outcome === outcome && candidate.cut === figure.cut && candidate.hold === null,
      )
      .filter((candidate) => findSourceRefusal(candidate, rules.sources) === null)
      .find(hasCount) ?? null
  );
}

// Counts, by class, the deaths from the event of a row that counts grade 3 or 4 and therefore leaves deaths
// out.

interface FatalCount {
  /** `events` (deaths) and `n` (patients) are sums over `studies` alone. */
  readonly events: number;
  readonly n: number;
  /** `studies` are the trials that report deaths for the data cut of their figure of grade 3 or 4. */
  readonly studies: readonly Study[];
}

/**
 * Returns the deaths in some trials of a row.
 *
 * @param studies Studies of one kind of regimen, because monotherapy and combinations are never summed.
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
