/** Describes the published meta-analysis that a question repeats, for the answer to show. */
import type { Dataset } from "../evidence/dataset.ts";
import type { Query } from "../question/query.ts";
import { changedParameters } from "../question/query-text.ts";
import type { AskedSet } from "./answer.ts";

export function askedSet(query: Query, dataset: Dataset): AskedSet | null {
  const named = dataset.sets.find(({ id }) => id === query.set);
  if (!named) return null;
  const beyond = changedParameters(query, dataset).filter(
    ([name]) => name !== "set" && name !== "outcome",
  );
  return {
    id: named.id,
    name: named.name,
    cohorts: named.cohorts?.length ?? null,
    used: named.used,
    modified: beyond.length > 0,
  };
}
