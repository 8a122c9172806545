/** The counts that a reader added on this device, with the published numbers of a question. */
import { type AddedFigure, addedFiguresOf, standingOf } from "#core/added/place.ts";
import type { Row } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { rememberingModels as models } from "#core/cache/cached-models.ts";
import { memo } from "#core/cache/memo.ts";
import { added, dataset, published } from "#core/dataset.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import type { ClassAnswer } from "./full-answer.ts";

/** Answers without added counts. */
const publishedAnswers = memo<readonly Row[]>(20, () => 1);

/** Returns the figures of added counts by row; none where nothing was added. */
export function addedFigures({
  query,
  outcomes,
}: Pick<ClassAnswer, "query" | "outcomes">): (row: Pick<Row, "outcome">) => AddedFigure[] {
  const listed = added.filter((cohort) => standingOf(cohort, query, published).isListed);
  if (listed.length === 0) return () => [];
  const isCounted = dataset.cohorts !== published.cohorts;
  const rows = isCounted
    ? publishedRows(
        query,
        outcomes.map(({ outcome }) => outcome),
      )
    : outcomes;
  return ({ outcome }) => {
    const row = rows.find((candidate) => candidate.outcome === outcome);
    return row ? addedFiguresOf(row, listed, query, published) : [];
  };
}

function publishedRows(query: Query, outcomes: readonly string[]): readonly Row[] {
  const pooledQuery = { ...query, compare: usualDimension, outcome: [...outcomes] };
  const key = canonicalQuery(pooledQuery, published);
  const rows = publishedAnswers.get(key) ?? compare(pooledQuery, published, models).outcomes;
  publishedAnswers.set(key, rows);
  return rows;
}
