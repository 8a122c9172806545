/** Codes and values that a text depends on. */
import type { Query } from "#core/question/query.ts";

export type StudyWord = "trial" | "study";

/** Real-world series are not called trials. */
export function studyWordOf({ evidence }: Pick<Query, "evidence">): StudyWord {
  return evidence === "trial" ? "trial" : "study";
}

/** The kind of a pool's interval; it depends on the model. */
export type IntervalKind = "credible" | "confidence";
