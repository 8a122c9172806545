/**
 * Completes an answer with what its numbers do not need: medians as printed, the same outcome over
 * all who were to be treated, differences by name, published results, and the source of each figure.
 */
import { familyOf } from "#data/landmarks.ts";
import type { Medians } from "#data/medians.ts";
import type { Outcome } from "#data/schema.ts";
import type { MedianNotReached, MedianResult } from "./comparison/answer.ts";
import { contrastsByName } from "./comparison/by-name.ts";
import type { CodedComparison, CodedOutcome, CodedPool } from "./comparison/coded-answer.ts";
import { concernsEnrolled, enrolledPool } from "./comparison/enrolled.ts";
import { counts } from "./comparison/kinds.ts";
import type { Models } from "./comparison/models.ts";
import { type PublishedRates, publishedBeside } from "./comparison/published-beside.ts";
import { roundDeep } from "./comparison/round.ts";
import type { Sources } from "./comparison/sources.ts";
import { infusion } from "./evidence/collected.ts";
import type { Dataset } from "./evidence/dataset.ts";
import { byGroup } from "./evidence/grouping.ts";
import { medianOf, shortestFirst } from "./evidence/medians.ts";
import { usualDimension } from "./question/parameters.ts";

export type Answered<G extends string> = Pick<CodedComparison<G>, "query" | "groups"> & {
  readonly selection: Pick<CodedComparison<G>["selection"], "included">;
};

export type Addition = <G extends string>(
  row: CodedOutcome<G>,
  answer: Answered<G>,
) => CodedOutcome<G>;

export function completed<G extends string>(
  comparison: CodedComparison<G>,
  additions: readonly Addition[],
): CodedComparison<G> {
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) =>
      additions.reduce((changed, addition) => addition(changed, comparison), row),
    ),
  };
}

/** The medians that the selected cohorts reported for the family of a landmark, one per cohort. */
export function withMedians(
  medians: Medians,
  citationOf: Sources["ofMedian"] = () => null,
): Addition {
  return (row, { query, groups, selection }) => {
    const family = familyOf(row.outcome);
    if (family === null) return row;
    return withPools(row, groups, (pool, group) => {
      const reached: MedianResult[] = [];
      const notReached: MedianNotReached[] = [];
      for (const { cohort, label, product, group: own } of selection.included) {
        const known = own === group ? medians[cohort] : undefined;
        const median = known && medianOf(known.medians, family, query);
        if (!median) continue;
        const { months, interval, followUpMonths } = median;
        const of = { cohort, label, product, regimen: known.regimen };
        const citation = citationOf(cohort, known.medians.indexOf(median));
        const one = { ...of, followUpMonths, interval, citation };
        if (months === null) notReached.push(one);
        else reached.push({ ...one, months });
      }
      const changed = { ...pool, medians: reached.sort(shortestFirst) };
      return notReached.length > 0 ? { ...changed, notReached } : changed;
    });
  };
}

export function withSources({ cite }: Sources): Addition {
  return (row, { groups }) =>
    withPools(row, groups, (pool) => ({
      ...pool,
      studies: pool.studies.map(cite),
      beside: pool.beside && { ...pool.beside, studies: pool.beside.studies.map(cite) },
    }));
}

/** A device has no citations; the edge adds them when a row is opened. */
const uncited: Pick<Sources, "cite"> = { cite: (figure) => ({ ...figure, citation: null }) };

/** The same outcome over all who were to be treated, to every pool of CAR-T. */
export function withEnrolled(
  dataset: Dataset,
  models: Models,
  { cite }: Pick<Sources, "cite"> = uncited,
): Addition {
  const { outcomeOf, cohortsOf } = lookups(dataset);
  const planned = outcomeOf(infusion);
  return (row, { query, groups, selection }) => {
    const outcome = outcomeOf(row.outcome);
    if (!outcome || !planned || !concernsEnrolled(outcome)) return row;
    const model = models.of(query);
    return withPools(row, groups, (pool, group) => {
      const own = cohortsOf(selection.included.filter((cohort) => cohort.group === group));
      const isCarT = own.length > 0 && own.every(({ therapyClass }) => therapyClass === "car-t");
      const found = isCarT && enrolledPool(own, outcome, planned, query, model, pool.regimen);
      if (!found) return pool;
      const { studies, collected } = found;
      const cited = {
        ...found,
        studies: studies.map(cite),
        collected: collected && { ...collected, cohorts: collected.cohorts.map(cite) },
      };
      return { ...pool, enrolled: roundDeep(cited) };
    });
  };
}

/** After BCMA-directed therapy so few trials say nothing of products either. */
const tooFew = "too-few-after-bcma";

/** Differences between products, to rows whose classes are not contrasted. */
export function withByName(dataset: Dataset): Addition {
  const { outcomeOf, cohortsOf } = lookups(dataset);
  return (row, { query, groups }) => {
    const outcome = outcomeOf(row.outcome);
    const [contrast] = row.contrasts;
    const isAsked =
      query.compare === usualDimension &&
      contrast?.status === "not-representative" &&
      outcome?.kind !== "landmark" &&
      row.cautions.every(({ code }) => code !== tooFew);
    if (!outcome || !isAsked) return row;
    const entries = groups.map(
      (group) => counts.gather(cohortsOf(row.pools[group].studies), outcome, query).entries,
    );
    const byName = roundDeep(contrastsByName(outcome, entries, query));
    return byName.length === 0 ? row : { ...row, byName };
  };
}

/** What meta-analyses printed, to the rows of a comparison of the classes. */
export function withPublished(rates: PublishedRates): Addition {
  return (row, { query }) => {
    if (query.compare !== usualDimension) return row;
    const [contrast] = row.contrasts;
    const { outcome, appliesTo, pools } = row;
    const asked = { outcome, query, contrast, appliesTo, pools };
    return { ...row, published: publishedBeside(asked, rates) };
  };
}

function withPools<G extends string>(
  row: CodedOutcome<G>,
  groups: readonly G[],
  change: (pool: CodedPool, group: G) => CodedPool,
): CodedOutcome<G> {
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
