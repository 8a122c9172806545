/**
 * Completes an answer with what its numbers do not need: medians as printed, the same outcome over
 * all who were to be treated, what others published, and the source of each figure.
 */
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { Medians } from "#data/medians.ts";
import type { ComparisonStudy, Outcome } from "#data/schema.ts";
import { type Dataset, partsOf } from "../evidence/dataset.ts";
import { byGroup } from "../evidence/grouping.ts";
import { infusion } from "../evidence/leukapheresed.ts";
import { mediansAmong, shortestFirst } from "../evidence/medians.ts";
import { monthsByTrial, survivalMonths, type TrialMonths } from "../evidence/survival-months.ts";
import { headToHeadOf } from "../others/head-to-head.ts";
import type { PublishedPool } from "../others/published-gate.ts";
import { publishedBeside } from "../others/published-pools.ts";
import { randomisedOf } from "../others/randomised.ts";
import { usualDimension } from "../question/parameters.ts";
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
import { concernsIntentionToTreat, intentionToTreatPool } from "./intention-to-treat.ts";
import type { Models } from "./models.ts";
import { counts } from "./outcome-types.ts";
import { roundDeep } from "./round.ts";
import { statusOf } from "./row-status.ts";
import type { Sources } from "./sources.ts";
import { studyResults } from "./summarise.ts";

export type Answered<G extends string> = Pick<Answer<G>, "query" | "groups"> & {
  readonly selection: Pick<Answer<G>["selection"], "included">;
};

export type Addition = <G extends string>(row: Row<G>, answer: Answered<G>) => Row<G>;

export function completed<G extends string>(
  comparison: Answer<G>,
  additions: readonly Addition[],
): Answer<G> {
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) =>
      additions.reduce((changed, addition) => addition(changed, comparison), row),
    ),
  };
}

/** A device has no citations; the edge adds them when a row is opened. */
const uncited: Sources = {
  cite: (figure) => ({ ...figure, citation: null }),
  ofMedian: () => null,
};

/** With the randomised trials that concern the question. */
export function withRandomised<G extends string>(
  answer: Answer<G>,
  studies: readonly ComparisonStudy[],
  dataset: Dataset,
): Answer<G> {
  return { ...answer, randomised: roundDeep(randomisedOf(answer, studies, dataset)) };
}

/** The medians that the selected cohorts reported for the family of a landmark, one a set of patients. */
export function withMedians(
  { cohorts }: Pick<Dataset, "cohorts">,
  medians: Medians,
  sources: Pick<Sources, "cite" | "ofMedian"> = uncited,
): Addition {
  const cohortById = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return (row, { query, groups, selection }) => {
    const family = familyOf(row.outcome);
    if (family === null) return row;
    return withPools(row, groups, (pool, group) => {
      const own = selection.included
        .filter((one) => one.group === group)
        .flatMap(({ cohort }) => cohortById.get(cohort) ?? []);
      const reached: MedianResult[] = [];
      const notReached: MedianNotReached[] = [];
      for (const { cohort, median } of mediansAmong(own, medians, family, query)) {
        const { id, label, product, trial, regimen } = cohort;
        const { months, interval, population, cut, followUpMonths } = median;
        const citation = sources.ofMedian(id, medians[id]?.medians.indexOf(median) ?? -1);
        const of = { cohort: id, label, product, trial, regimen, population, cut };
        const printed = { ...of, followUpMonths, interval, citation };
        if (months === null) notReached.push(printed);
        else reached.push({ ...printed, months });
      }
      const { trials } = monthsByTrial(own, medians, family, query);
      const months = monthsIn(row.outcome, trials, medians, sources);
      return {
        ...pool,
        medians: reached.sort(shortestFirst),
        ...(notReached.length > 0 && { notReached }),
        ...(months.length > 0 && { months }),
      };
    });
  };
}

function monthsIn(
  outcome: string,
  trials: readonly TrialMonths[],
  medians: Medians,
  { cite, ofMedian }: Pick<Sources, "cite" | "ofMedian">,
): MonthOfTrial[] {
  const at = (survivalMonths as readonly number[]).indexOf(monthOf(outcome));
  return trials.flatMap(({ cohort: { id, label, product, trial, regimen }, cells }) => {
    const cell = cells[at] ?? { kind: "unknown" };
    if (cell.kind === "unknown") return [];
    const printed = "landmark" in cell ? cell.landmark : null;
    const { survival = null, interval = null } = printed ?? {};
    const month = printed && monthOf(printed.outcome);
    const of = { cohort: id, label, product, trial, regimen };
    const citation =
      "landmark" in cell
        ? cite({ ...cell.landmark, cohort: id, printed: cell.landmark.outcome }).citation
        : ofMedian(id, medians[id]?.medians.indexOf(cell.median) ?? -1);
    const { n = null } = printed ?? {};
    const { population, cut, followUpMonths } = "landmark" in cell ? cell.landmark : cell.median;
    const printedFor = { n, population, cut, followUpMonths };
    return [{ ...of, kind: cell.kind, survival, interval, month, ...printedFor, citation }];
  });
}

/** To a harm that nobody counted in a group: the harms that are a part of it, such as deaths from infection. */
export function withNarrower(dataset: Dataset): Addition {
  const { outcomeOf, cohortsOf } = lookups(dataset);
  return (row, { query, groups, selection }) => {
    const harm = outcomeOf(row.outcome);
    const parts = partsOf(row.outcome, dataset);
    if (harm?.direction !== "harm" || parts.length === 0) return row;
    return withPools(row, groups, (pool, group) => {
      const isPrinted = pool.notPooled.some(
        ({ reason, percentPrinted }) => reason.code === "no-count" && percentPrinted !== null,
      );
      if (pool.k > 0 || pool.broader.length > 0 || isPrinted) return pool;
      const own = cohortsOf(selection.included.filter((cohort) => cohort.group === group)).filter(
        ({ regimen }) => pool.regimen === null || regimen === pool.regimen,
      );
      const narrower = parts.flatMap((outcome): Narrower[] => {
        const applying = own.filter(
          ({ therapyClass }) =>
            harm.appliesTo.includes(therapyClass) && outcome.appliesTo.includes(therapyClass),
        );
        const { entries } = counts.gather(applying, outcome, query);
        // A lower bound below one of 100 says nothing.
        const studies = studyResults(entries, counts, null).filter(
          ({ estimate }) => estimate >= 0.01,
        );
        return studies.length > 0 ? [{ outcome: outcome.id, label: outcome.label, studies }] : [];
      });
      return narrower.length > 0 ? { ...pool, narrower: roundDeep(narrower) } : pool;
    });
  };
}

export function withSources({ cite }: Sources): Addition {
  const citePercentage = (cohort: string, percentage: PercentageSource) => {
    const { citation } = cite({ ...percentage, cohort, printed: percentage.outcome });
    return { ...percentage, citation };
  };
  return (row, { groups }) => ({
    ...withPools(row, groups, (pool) => ({
      ...pool,
      studies: pool.studies.map(cite),
      broader: pool.broader.map(cite),
      ...(pool.smaller && { smaller: pool.smaller.map(cite) }),
      ...(pool.narrower && {
        narrower: pool.narrower.map((one) => ({ ...one, studies: one.studies.map(cite) })),
      }),
      beside: pool.beside && { ...pool.beside, studies: pool.beside.studies.map(cite) },
      notPooled: pool.notPooled.map((one) =>
        one.percentage ? { ...one, percentage: citePercentage(one.cohort, one.percentage) } : one,
      ),
    })),
    grades: row.grades && {
      ...row.grades,
      fatal: row.grades.fatal && {
        ...row.grades.fatal,
        studies: row.grades.fatal.studies.map(cite),
      },
    },
  });
}

/** The same outcome over all who were to be treated, to every pool of CAR-T. */
export function withIntentionToTreat(
  dataset: Dataset,
  models: Models,
  { cite }: Pick<Sources, "cite"> = uncited,
): Addition {
  const { outcomeOf, cohortsOf } = lookups(dataset);
  const planned = outcomeOf(infusion);
  return (row, { query, groups, selection }) => {
    const outcome = outcomeOf(row.outcome);
    if (!outcome || !planned || !concernsIntentionToTreat(outcome)) return row;
    const model = models.of(query);
    return withPools(row, groups, (pool, group) => {
      const own = cohortsOf(selection.included.filter((cohort) => cohort.group === group));
      const isCarT = own.length > 0 && own.every(({ therapyClass }) => therapyClass === "car-t");
      const found =
        isCarT && intentionToTreatPool(own, outcome, planned, query, model, pool.regimen);
      if (!found) return pool;
      const { studies, collected } = found;
      const cited = {
        ...found,
        studies: studies.map(cite),
        collected: collected && { ...collected, cohorts: collected.cohorts.map(cite) },
      };
      return { ...pool, intentionToTreat: roundDeep(cited) };
    });
  };
}

/** What meta-analyses printed, to the rows of a comparison of the classes; after their medians. */
export function withPublished(published: readonly PublishedPool[], dataset: Dataset): Addition {
  const { cohortsOf } = lookups(dataset);
  return (row, { query, groups }) => {
    const [carT, bsab] = ["car-t", "bsab"].map((id) => groups.find((group) => group === id));
    if (query.compare !== usualDimension || !carT || !bsab) return row;
    const pools = { "car-t": row.pools[carT], bsab: row.pools[bsab] };
    const asked = { outcome: row.outcome, query, pools, cohortsOf };
    return { ...row, published: publishedBeside(asked, published) };
  };
}

/** What studies of both classes printed, to the rows of a comparison of the classes. */
export function withHeadToHead(studies: readonly ComparisonStudy[], dataset: Dataset): Addition {
  return (row, { query }) => ({
    ...row,
    headToHead: headToHeadOf(row.outcome, query, studies, dataset),
  });
}

/** How sure the difference is, or why there is none; after all that is known of a class was added. */
export const withStatus: Addition = (row, answer) => ({ ...row, status: statusOf(row, answer) });

function withPools<G extends string>(
  row: Row<G>,
  groups: readonly G[],
  change: (pool: Pool, group: G) => Pool,
): Row<G> {
  const withId = groups.map((id) => ({ id }));
  return { ...row, pools: byGroup(withId, ({ id }) => change(row.pools[id], id)) };
}

function lookups({ outcomes, cohorts }: Dataset) {
  const outcomeById = new Map(outcomes.map((outcome): [string, Outcome] => [outcome.id, outcome]));
  const cohortById = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return {
    outcomeOf: (id: string) => outcomeById.get(id),
    cohortsOf: (named: readonly { readonly cohort: string }[]) =>
      named.flatMap(({ cohort }) => cohortById.get(cohort) ?? []),
  };
}
