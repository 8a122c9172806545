/** Lists the reviews, and whether the content that they reviewed is unchanged. */
import type { Evidence } from "../evidence.ts";
import { cohortContent } from "../review-content.ts";
import type { OwnReview, StatedReview } from "../schema.ts";

export interface Reviews {
  rules: StatedReview | null;
  /** The reviews by cohort id; a cohort that nobody has reviewed is not in it. */
  cohorts: Record<string, StatedReview>;
}

/** @param rulesContent Hash of the rules as they are now. */
export function reviewsOf({ reviews, cohorts }: Evidence, rulesContent: string): Reviews {
  const stated = (
    { content, cohort, labels, ...review }: OwnReview,
    now: string,
  ): StatedReview => ({
    ...review,
    isCurrent: content === now,
  });
  const ofRules = reviews.find(({ cohort, labels }) => cohort === null && !labels);
  return {
    rules: ofRules ? stated(ofRules, rulesContent) : null,
    cohorts: Object.fromEntries(
      cohorts.flatMap((cohort) => {
        const own = reviews.find((one) => one.cohort === cohort.id);
        return own ? [[cohort.id, stated(own, cohortContent(cohort))]] : [];
      }),
    ),
  };
}
