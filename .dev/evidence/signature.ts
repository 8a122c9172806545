/** Makes the content of `data/review.json` after a signature. */
import type { Evidence } from "#data/evidence.ts";
import { describeReviewState, isCohortReviewedAsItIs } from "#data/review-content.ts";
import type { ReviewEntry } from "#data/schema.ts";

export interface Signed {
  /** `name` is the id of a cohort, or `labels`, or `rules`. */
  readonly name: string;
  readonly content: string;
}

/**
 * Returns the content of `data/review.json` with reviews of the signed parts, which replace earlier reviews of the
 * same parts. Its status is "reviewed" as long as every cohort and the rules are.
 *
 * @param rules The hash of the rules as they are now.
 */
export function makeReviewFileWithSignedParts(
  { review, reviews, cohorts, products }: Evidence,
  by: Pick<ReviewEntry, "when" | "role" | "version" | "checked">,
  parts: readonly Signed[],
  rules: string,
) {
  const added = parts.map(({ name, content }): ReviewEntry => {
    const ofAll = name === "labels" || name === "rules";
    return {
      cohort: ofAll ? null : name,
      ...(name === "labels" ? { labels: true as const } : {}),
      ...by,
      content,
    };
  });
  const unchanged = reviews.filter(
    (review) => !added.some((addition) => nameSignedPart(addition) === nameSignedPart(review)),
  );
  const all = [...unchanged, ...added];
  const isWhole =
    cohorts.every((cohort) => isCohortReviewedAsItIs(cohort, all)) &&
    all.some((entry) => nameSignedPart(entry) === "rules" && entry.content === rules);
  return {
    ...review,
    status: isWhole ? "reviewed" : "not-reviewed",
    statement: describeReviewState({ cohorts, products, reviews: all }),
    reviews: all,
  };
}

function nameSignedPart({ cohort, labels }: Pick<ReviewEntry, "cohort" | "labels">): string {
  return cohort ?? (labels ? "labels" : "rules");
}
