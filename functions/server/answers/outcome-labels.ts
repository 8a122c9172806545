/** Names of outcomes, also of those that only studies of others report, by id. */
import { dataset } from "#core/dataset.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";

export const outcomeLabels: Readonly<Record<string, string>> = Object.fromEntries([
  ...dataset.outcomes.map(({ id, label }) => [id, label]),
  ...Object.entries(otherOutcomes).map(([id, { label }]) => [id, label]),
]);
