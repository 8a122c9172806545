/** Compares the counts that a reader added on this device with the published numbers of a question. */
import { type AddedFigure, gatherAddedFigures, judgeCohortByFilters } from "#core/added/place.ts";
import type { Answer, Row } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { makeLruCacheByTotalSize } from "#core/cache/memo.ts";
import { cohortsOfReader, dataset, published } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";

/** Caches answers without added counts. */
const publishedAnswers = makeLruCacheByTotalSize<readonly Row<string>[]>(20, () => 1);

/**
 * Returns a function for the figures of added counts in a row; they are empty without added counts.
 *
 * @param answer An answer about the classes, or about products, in which each added cohort is compared with its own
 * product.
 */
export function makeAddedFigureFinder({
  query,
  outcomes,
}: Pick<Answer<string>, "query" | "outcomes">): (row: Pick<Row, "outcome">) => AddedFigure[] {
  const listedCohorts = cohortsOfReader.filter(
    (cohort) => judgeCohortByFilters(cohort, query, published).isListed,
  );
  if (listedCohorts.length === 0) return () => [];
  const rows = areAddedCohortsCounted()
    ? computeRowsFromPublishedCohorts(
        query,
        outcomes.map(({ outcome }) => outcome),
      )
    : outcomes;
  const groupOf = ({ therapyClass, product }: ComputeCohort) =>
    query.compare === usualDimension ? therapyClass : product;
  return ({ outcome }) => {
    const row = rows.find((candidate) => candidate.outcome === outcome);
    return row ? gatherAddedFigures(row, listedCohorts, query, published, groupOf) : [];
  };
}

export function areAddedCohortsCounted(): boolean {
  return dataset.cohorts !== published.cohorts;
}

/** Returns the labels of the added cohorts that any of these questions counts; `undefined` if there is none. */
export function listCountedAddedCohortLabels(queries: readonly Query[]): string[] | undefined {
  if (!areAddedCohortsCounted()) return undefined;
  const counted = cohortsOfReader.filter((cohort) =>
    queries.some((query) => judgeCohortByFilters(cohort, query, published).isEligible),
  );
  return counted.length === 0 ? undefined : counted.map(({ label }) => label);
}

function computeRowsFromPublishedCohorts(
  query: Query,
  outcomes: readonly string[],
): readonly Row<string>[] {
  const pooledQuery = { ...query, outcome: [...outcomes] };
  const key = formatQuery(pooledQuery, published);
  const rows = publishedAnswers.get(key) ?? answerQuestion(pooledQuery, published, models).outcomes;
  publishedAnswers.set(key, rows);
  return rows;
}
