import type { Query } from "#core/question/query.ts";

export type StudyWord = "trial" | "study";

/** Returns the noun for a cohort, because real-world series are not called trials. */
export function chooseStudyWord({ evidence }: Pick<Query, "evidence">): StudyWord {
  return evidence === "trial" ? "trial" : "study";
}
