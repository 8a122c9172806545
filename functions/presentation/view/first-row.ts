/** One row of an answer, shown while the other rows are still being computed. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

export interface FirstRow {
  row: OutcomeComparison;
  query: Query;
  /** Number of selected cohorts of each class. */
  cohorts: Record<TherapyClass, number>;
}
