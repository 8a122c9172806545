/**
 * Completes an answer with what its numbers do not need: medians as printed, the same outcome over
 * all who were to be treated, what others published, and the source of each figure.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { ComparisonStudy } from "#data/schema.ts";
import {
  type Medians,
  type PrintedMedian,
  parseLandmarkMonth,
  parseSurvivalFamily,
} from "#data/survival.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import { type Dataset, hasPrintedOutcome, listNarrower } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { isOfGroup, mapByGroup } from "../evidence/grouping.ts";
import { gatherLabelPoolFigures, type LabelPoolFigure } from "../evidence/label-pools.ts";
import { infusion } from "../evidence/leukapheresed.ts";
import { compareMedians, listMediansPerPatientSet } from "../evidence/medians.ts";
import {
  gatherSurvivalMonths,
  type MonthCell,
  survivalMonths,
} from "../evidence/survival-months.ts";
import { listHeadToHeadSummaries } from "../others/head-to-head.ts";
import type { PublishedPool } from "../others/published-gate.ts";
import { makePublishedRates } from "../others/published-rates.ts";
import { selectRandomisedTrials } from "../others/randomised.ts";
import { defaultQuery } from "../question/parameter-values.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type {
  Answer,
  MedianNotReached,
  MedianResult,
  MonthOfTrial,
  Narrower,
  PercentageSource,
  Pool,
  Row,
} from "./answer.ts";
import { judgeApart, listSideByTrial } from "./apart.ts";
import { selectClasses } from "./changed-question.ts";
import { judgeComparability } from "./contrast.ts";
import { listPoolEvidence } from "./evidence.ts";
import { gatherGroupsOfRow } from "./gather-row.ts";
import {
  isForIntentionToTreat,
  poolByIntentionToTreat,
  summariseResponsesOfApheresed,
} from "./intention-to-treat.ts";
import type { Models } from "./models.ts";
import { counts } from "./outcome-types.ts";
import { roundNumbersDeep } from "./round.ts";
import { judgeRowStatus } from "./row-status.ts";
import type { Sources } from "./sources.ts";
import { makeWeightedStudies } from "./summarise.ts";

export type Answered<G extends string> = Pick<Answer<G>, "query" | "groups"> & {
  readonly selection: Pick<Answer<G>["selection"], "included">;
};

export type Addition = <G extends string>(row: Row<G>, answer: Answered<G>) => Row<G>;

export function completeAnswer<G extends string>(
  comparison: Answer<G>,
  additions: readonly Addition[],
): Answer<G> {
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) =>
      additions.reduce((current, addition) => addition(current, comparison), row),
    ),
  };
}

export function addRandomisedTrials<G extends string>(
  answer: Answer<G>,
  studies: readonly ComparisonStudy[],
  dataset: Dataset,
): Answer<G> {
  return {
    ...answer,
    randomised: roundNumbersDeep(selectRandomisedTrials(answer, studies, dataset)),
  };
}

/**
 * Returns a function that adds to each pool of a row of survival the medians that its selected cohorts reported for
 * the family of the landmark, one for each set of patients, and survival at the month as each trial reports it. Other
 * rows stay as they are.
 */
export function makeMediansAndMonthsAdder(
  dataset: Pick<Dataset, "cohorts">,
  medians: Medians,
  { cite, ofMedian }: Sources,
): Addition {
  const cohortsOf = makeCohortFinder(dataset);
  const printedBy = (cohort: ComputeCohort, median: PrintedMedian) => {
    const { population, cut, followUpMonths } = median;
    const citation = ofMedian(cohort.id, medians[cohort.id]?.indexOf(median) ?? -1);
    return { population, cut, followUpMonths, citation };
  };
  const monthOfTrial = (cohort: ComputeCohort, cell: MonthCell): MonthOfTrial[] => {
    if (cell.kind === "unknown") return [];
    const { kind } = cell;
    if (!("landmark" in cell)) {
      const nothing = { survival: null, interval: null, month: null, n: null } as const;
      return [
        {
          ...pickCohortLabelTrialAndRegimen(cohort),
          kind,
          ...nothing,
          ...printedBy(cohort, cell.median),
        },
      ];
    }
    const { landmark } = cell;
    const { survival, interval, outcome, n, population, cut, followUpMonths } = landmark;
    const { citation } = cite({ ...landmark, cohort: cohort.id, printed: outcome });
    const ofMonth = { survival, interval, month: parseLandmarkMonth(outcome), n };
    return [
      {
        ...pickCohortLabelTrialAndRegimen(cohort),
        kind,
        ...ofMonth,
        population,
        cut,
        followUpMonths,
        citation,
      },
    ];
  };
  return (row, { query, groups, selection }) => {
    const family = parseSurvivalFamily(row.outcome);
    if (family === null) return row;
    const at = (survivalMonths as readonly number[]).indexOf(parseLandmarkMonth(row.outcome));
    return mapRowPools(row, groups, (pool, group) => {
      const ofGroup = cohortsOf(selection.included.filter((cohort) => cohort.group === group));
      const reached: MedianResult[] = [];
      const notReached: MedianNotReached[] = [];
      for (const { cohort, median } of listMediansPerPatientSet(ofGroup, medians, family, query)) {
        const { months, interval } = median;
        const { citation, ...of } = printedBy(cohort, median);
        const printed = { ...pickCohortLabelTrialAndRegimen(cohort), ...of, interval, citation };
        if (months === null) notReached.push(printed);
        else reached.push({ ...printed, months });
      }
      const months = gatherSurvivalMonths(ofGroup, medians, family, query).trials.flatMap(
        ({ cohort, cells }) => monthOfTrial(cohort, cells[at] ?? { kind: "unknown" }),
      );
      return {
        ...pool,
        medians: reached.sort(compareMedians),
        ...(notReached.length > 0 && { notReached }),
        ...(months.length > 0 && { months }),
      };
    });
  };
}

/** Returns the fields by which a figure of a trial names its cohort, with the product, trial and regimen. */
function pickCohortLabelTrialAndRegimen({ id, label, product, trial, regimen }: ComputeCohort) {
  return { cohort: id, label, product, trial, regimen };
}

/**
 * Returns a function that gives a harm without counts in a group the harms that are a part of it, such as deaths from
 * infection, and the one that the data name beside them.
 */
export function makePartsOfUncountedHarmAdder(dataset: Dataset): Addition {
  const cohortsOf = makeCohortFinder(dataset);
  return (row, { query, groups, selection }) => {
    const harm = dataset.outcomes.find(({ id }) => id === row.outcome);
    const parts = listNarrower(row.outcome, dataset);
    if (harm?.direction !== "harm" || parts.length === 0) return row;
    return mapRowPools(row, groups, (pool, group) => {
      const isPrinted = pool.notPooled.some(
        ({ reason, percentPrinted }) => reason.code === "no-count" && percentPrinted !== null,
      );
      if (pool.k > 0 || pool.broader.length > 0 || isPrinted) return pool;
      const ofGroup = cohortsOf(
        selection.included.filter((cohort) => cohort.group === group),
      ).filter(({ regimen }) => pool.regimen === null || regimen === pool.regimen);
      const narrower = parts.flatMap((outcome): Narrower[] => {
        const applying = ofGroup.filter(
          ({ therapyClass }) =>
            harm.appliesTo.includes(therapyClass) && outcome.appliesTo.includes(therapyClass),
        );
        const { entries } = counts.gather(applying, outcome, query);
        const known = new Set(
          [...entries.map(({ cohort }) => cohort), ...(pool.labelPools ?? [])].map(
            ({ product }) => product,
          ),
        );
        const ofLabels = gatherLabelPoolFigures({
          outcome: outcome.id,
          selected: applying,
          cohorts: dataset.cohorts,
          query,
          known,
        });
        // A lower bound below 1 of 100 is not informative.
        const studies = makeWeightedStudies(
          [...entries, ...ofLabels.flatMap(makeLabelPoolEntries)],
          counts,
          null,
        ).filter(({ estimate }) => estimate >= 0.01);
        return studies.length > 0 ? [{ outcome: outcome.id, label: outcome.label, studies }] : [];
      });
      return narrower.length > 0 ? { ...pool, narrower: roundNumbersDeep(narrower) } : pool;
    });
  };
}

/** Returns the count of a label pool as that of a cohort; none for a percentage. */
function makeLabelPoolEntries({
  figure,
  rate: _,
  ...entry
}: LabelPoolFigure): Entry<CountedFigure>[] {
  const { events, n, followUpMonths } = figure;
  if (events === null || n === null) return [];
  return [{ ...entry, figure: { ...figure, events, n }, n, followUpMonths }];
}

/** Returns a function that adds to each figure of a row its citation, and to each study how its count was derived. */
export function makeCitationsAdder({ cite, citeStudy }: Sources): Addition {
  const citePercentage = (cohort: string, percentage: PercentageSource) => {
    const { citation } = cite({ ...percentage, cohort, printed: percentage.outcome });
    return { ...percentage, citation };
  };
  return (row, { groups }) => ({
    ...mapRowPools(row, groups, (pool) => ({
      ...pool,
      studies: pool.studies.map(citeStudy),
      broader: pool.broader.map(citeStudy),
      ...(pool.smallTrials && { smallTrials: pool.smallTrials.map(citeStudy) }),
      ...(pool.narrower && {
        narrower: pool.narrower.map((part) => ({ ...part, studies: part.studies.map(citeStudy) })),
      }),
      ...(pool.labelPools && { labelPools: pool.labelPools.map(cite) }),
      otherRegimen: pool.otherRegimen && {
        ...pool.otherRegimen,
        studies: pool.otherRegimen.studies.map(citeStudy),
      },
      notPooled: pool.notPooled.map((figure) =>
        figure.percentage
          ? { ...figure, percentage: citePercentage(figure.cohort, figure.percentage) }
          : figure,
      ),
    })),
    grades: row.grades && {
      ...row.grades,
      fatal: row.grades.fatal && {
        ...row.grades.fatal,
        studies: row.grades.fatal.studies.map(citeStudy),
      },
    },
  });
}

/**
 * Returns a function that gives every CAR-T pool of a benefit the rate of the same outcome over all patients who were
 * to be treated, unless the question counts over these anyway.
 */
export function makeIntentionToTreatAdder(
  dataset: Dataset,
  models: Models,
  { cite, citeStudy }: Sources,
): Addition {
  const cohortsOf = makeCohortFinder(dataset);
  const planned = dataset.outcomes.find(({ id }) => id === infusion);
  return (row, { query, groups, selection }) => {
    const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
    if (!outcome || !planned || !isForIntentionToTreat(outcome)) return row;
    const model = models.of(query);
    return mapRowPools(row, groups, (pool, group) => {
      const ofGroup = cohortsOf(selection.included.filter((cohort) => cohort.group === group));
      const isCarT =
        ofGroup.length > 0 && ofGroup.every(({ therapyClass }) => therapyClass === "car-t");
      const intended =
        isCarT && poolByIntentionToTreat(ofGroup, outcome, planned, query, model, pool.regimen);
      if (!intended) return pool;
      const { studies, collected } = intended;
      const cited = {
        ...intended,
        studies: studies.map(citeStudy),
        collected: collected && { ...collected, cohorts: collected.cohorts.map(cite) },
      };
      return { ...pool, intentionToTreat: roundNumbersDeep(cited) };
    });
  };
}

/**
 * Returns a function that adds what meta-analyses printed to a row of a comparison of the classes; it runs after the
 * medians are added. Rows of other groups stay as they are.
 */
export function makePublishedRatesAdder(
  published: readonly PublishedPool[],
  dataset: Dataset,
): Addition {
  const cohortsOf = makeCohortFinder(dataset);
  return (row, { query, groups }) => {
    const [carT, bsab] = ["car-t", "bsab"].map((id) => groups.find((group) => group === id));
    if (query.compare !== usualDimension || !carT || !bsab) return row;
    const pools = { "car-t": row.pools[carT], bsab: row.pools[bsab] };
    const rowOfQuestion = { outcome: row.outcome, query, pools, cohortsOf };
    return { ...row, published: makePublishedRates(rowOfQuestion, published) };
  };
}

/** Returns a function that adds to a row what studies of both classes printed. */
export function makeHeadToHeadAdder(
  studies: readonly ComparisonStudy[],
  dataset: Dataset,
): Addition {
  return (row, { query }) => ({
    ...row,
    headToHead: listHeadToHeadSummaries(row.outcome, query, studies, dataset),
  });
}

/**
 * Returns a function that marks the groups without a figure of which cohorts outside the question print the outcome, and
 * adds the status of the difference; runs last, because both depend on all evidence of a group.
 */
export const makeStatusAdder =
  (dataset: Dataset): Addition =>
  (row, answer) => {
    const { query } = answer;
    const { availability } = query.availability.includes("any") ? defaultQuery : query;
    const isApartOverAll = () =>
      query.product.length === 0 ||
      isRowApart(row, { ...query, product: [], availability }, dataset);
    return {
      ...mapRowPools(row, answer.groups, (pool, group) => {
        const known = new Set(pool.notPooled.map(({ cohort }) => cohort));
        const isElsewhere =
          listPoolEvidence(pool).every(({ as }) => as === "narrower" || as === "median") &&
          answer.selection.included.some((cohort) => cohort.group === group) &&
          dataset.cohorts.some(
            (cohort) =>
              isOfGroup(cohort, group) &&
              !known.has(cohort.id) &&
              hasPrintedOutcome(cohort, row.outcome),
          );
        return isElsewhere ? { ...pool, elsewhere: true } : pool;
      }),
      status: roundNumbersDeep(judgeRowStatus(row, answer, isApartOverAll)),
    };
  };

/** Returns whether the trials of a row are apart in another question, of which nothing is fitted. */
function isRowApart({ outcome: id }: Row<string>, query: Query, dataset: Dataset): boolean {
  const outcome = dataset.outcomes.find((candidate) => candidate.id === id);
  if (!outcome) return false;
  const groups = gatherGroupsOfRow(outcome, selectClasses(query, dataset), query, counts);
  const [a, b] = groups.map(({ id: group, mainRegimen, missingProducts }) => {
    const { entries, smallTrials } = mainRegimen.gathered;
    const all = [...entries, ...smallTrials];
    const isOfCells = group === "car-t" && query.denominator !== "enrolled";
    const collected = isOfCells ? summariseResponsesOfApheresed(all, outcome, query) : null;
    return {
      entries,
      missingProducts,
      pool: { status: counts.isByTrial(entries) ? "by-trial" : "ok" },
      studies: makeWeightedStudies(all, counts, null),
      intentionToTreat: isOfCells ? { collected } : null,
    } as const;
  });
  return (
    a !== undefined &&
    b !== undefined &&
    judgeComparability(outcome, [a, b]) === "ok" &&
    judgeApart(listSideByTrial(a, outcome), listSideByTrial(b, outcome)) !== 0
  );
}

function mapRowPools<G extends string>(
  row: Row<G>,
  groups: readonly G[],
  change: (pool: Pool, group: G) => Pool,
): Row<G> {
  const withId = groups.map((id) => ({ id }));
  return { ...row, pools: mapByGroup(withId, ({ id }) => change(row.pools[id], id)) };
}

/** Returns a function that returns the cohorts of entries, which name them by id; an unknown id is left out. */
function makeCohortFinder({ cohorts }: Pick<Dataset, "cohorts">) {
  const cohortById = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return (entries: readonly { readonly cohort: string }[]) =>
    entries.flatMap(({ cohort }) => cohortById.get(cohort) ?? []);
}
