/**
 * Adds to every pool of CAR-T the same outcome over all who were to be treated. Only the API does
 * this: a phone gets it when a row is opened.
 */
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { concernsEnrolled, enrolledPool } from "#core/comparison/enrolled.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { dataset } from "#core/dataset.ts";
import { infusion } from "#core/evidence/collected.ts";
import { collectedInWords } from "#presentation/words/collected-in-words.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { unprinted } from "#presentation/words/with-words.ts";
import { models } from "#server/answers/made-pools.ts";
import { cite, withPools } from "./citations.ts";

const outcomes = new Map(dataset.outcomes.map((outcome) => [outcome.id, outcome]));
const cohorts = new Map(dataset.cohorts.map((cohort) => [cohort.id, cohort]));
const planned = outcomes.get(infusion);

export function withEnrolled<G extends string>(
  comparison: CodedComparison<G>,
  words: Catalogue,
): CodedComparison<G> {
  const { query, selection } = comparison;
  const model = models.of(query);
  return withPools(comparison, (pool, row, group) => {
    const outcome = outcomes.get(row.outcome);
    const own = selection.included
      .filter((one) => one.group === group)
      .flatMap(({ cohort }) => cohorts.get(cohort) ?? []);
    const isCarT = own.length > 0 && own.every(({ therapyClass }) => therapyClass === "car-t");
    if (!isCarT || !outcome || !planned || !concernsEnrolled(outcome)) return pool;
    const coded = enrolledPool(own, outcome, planned, query, model, pool.regimen);
    if (coded === null) return pool;
    const studies = coded.studies.map((study) => unprinted(cite(study)));
    const counts = coded.collected;
    const collected =
      counts &&
      collectedInWords({ ...counts, cohorts: counts.cohorts.map(cite) }, row.phrase, query, words);
    return { ...pool, enrolled: roundDeep({ ...coded, studies, collected }) };
  });
}
