/** One row of an answer whose other rows are still to come. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

export interface FirstRow {
  row: OutcomeComparison;
  query: Query;
  /** Selected cohorts of each class. */
  cohorts: Record<TherapyClass, number>;
}
