/** Lists the counts of the sensitivity analyses of an answer, so that a reader can fit them again. */
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Dataset, listRequestedOutcomes } from "../evidence/dataset.ts";
import { usualDimension } from "../question/parameters.ts";
import { describeFigures, makeAnalysisRunGatherer, type RowRuns } from "./analysis-runs.ts";
import type { Analysis, Answer } from "./answer.ts";
import { type Classes, selectClasses } from "./changed-question.ts";
import { analysisNames } from "./difference-codes.ts";

/** Describes a cohort that an analysis leaves out, adds, or counts by another figure. */
export interface ChangedCount {
  readonly outcome: string;
  readonly analysis: Analysis["analysis"];
  readonly variant: string | null;
  readonly group: TherapyClass;
  readonly cohort: string;
  readonly trial: string;
  /** `events` and `n` are `null` for a cohort that is left out. */
  readonly events: number | null;
  readonly n: number | null;
}

export interface AnalysisCounts {
  /**
   * `changes` lists what each run of each analysis changes in the counts of its row; a run that changes none has no
   * entry.
   */
  readonly changes: readonly ChangedCount[];
  /** `responses` holds the outcomes that are also analysed over all apheresed patients. */
  readonly responses: ReadonlySet<string>;
  /** `medianAges` maps the ids of cohorts to the median age that they print, in years. */
  readonly medianAges: ReadonlyMap<string, number>;
}

/** Returns the counts for all rows with a difference. */
export function gatherAnalysisCounts(
  { query, outcomes }: Pick<Answer<string>, "query" | "outcomes">,
  dataset: Dataset,
): AnalysisCounts {
  const compared = new Set(
    outcomes.flatMap(({ outcome, contrasts }) =>
      contrasts.some(({ status }) => status === "ok") ? [outcome] : [],
    ),
  );
  if (query.compare !== usualDimension || compared.size === 0) return noCounts;
  const classes = selectClasses(query, dataset);
  const gather = makeAnalysisRunGatherer(query, classes, dataset);
  const ofRows = listRequestedOutcomes(query, dataset)
    .filter(({ id, kind }) => compared.has(id) && kind !== "landmark")
    .map((outcome) => ({ outcome: outcome.id, gathered: gather(outcome) }));
  const changes = ofRows.flatMap(({ outcome, gathered }) =>
    listRunsWithAnalysisName(gathered).flatMap(({ analysis, variant, classes: changed }) =>
      describeFigures(changed) === describeFigures(gathered.original)
        ? []
        : listChangedCounts(gathered.original, changed).map((count) => ({
            outcome,
            analysis,
            variant,
            ...count,
          })),
    ),
  );
  const responses = ofRows.flatMap(({ outcome, gathered }) =>
    gathered.apheresed ? [outcome] : [],
  );
  const medianAges = classes.flatMap(({ cohorts }) =>
    cohorts.flatMap(({ id, medianAge }): [string, number][] =>
      medianAge === null ? [] : [[id, medianAge]],
    ),
  );
  return { changes, responses: new Set(responses), medianAges: new Map(medianAges) };
}

const noCounts: AnalysisCounts = { changes: [], responses: new Set(), medianAges: new Map() };

function listRunsWithAnalysisName({ trial, apheresed, original, drugs, ...runs }: RowRuns) {
  const of = { trial: () => trial, apheresed: () => apheresed?.run ?? [], ...runs };
  return analysisNames.flatMap((analysis) =>
    analysis === "model" || analysis === "equal-age"
      ? []
      : [of[analysis]()].flat().map((run) => ({ analysis, ...run })),
  );
}

type Count = Pick<ChangedCount, "group" | "cohort" | "trial" | "events" | "n">;

/** Returns the cohorts that are left out, and those that are counted instead or by another figure. */
function listChangedCounts(before: Classes, after: Classes): Count[] {
  const counted = listCohortCounts(after);
  const was = new Map(listCohortCounts(before).map((count) => [count.cohort, count]));
  const is = new Set(counted.map(({ cohort }) => cohort));
  const leftOut = [...was.values()].filter(({ cohort }) => !is.has(cohort));
  const instead = counted.filter(({ cohort, events, n }) => {
    const first = was.get(cohort);
    return first?.events !== events || first.n !== n;
  });
  return [...leftOut.map((count) => ({ ...count, events: null, n: null })), ...instead];
}

function listCohortCounts(classes: Classes): Count[] {
  return classes.flatMap(({ id: group, mainRegimen }) =>
    mainRegimen.gathered.entries.map(({ cohort, figure: { events, n } }) => ({
      group,
      cohort: cohort.id,
      trial: cohort.trial,
      events,
      n,
    })),
  );
}
