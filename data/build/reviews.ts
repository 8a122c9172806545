/** Lists the reviews, and whether the reviewed content is still the same. */
import type { Evidence } from "../evidence.ts";
import { hashCohort, hashLabels } from "../review-content.ts";
import type { ApiReview, ReviewEntry } from "../schema.ts";

export interface Reviews {
  rules: ApiReview | null;
  labels: ApiReview | null;
  /** `cohorts` maps the ids of cohorts to their reviews; a cohort that nobody has reviewed is absent. */
  cohorts: Record<string, ApiReview>;
}

/**
 * Returns the review of the labels and that of the rules, each `null` if there is none, and the reviews of cohorts by
 * id, without those that nobody reviewed. Each states whether its part is still as it was reviewed.
 *
 * @param rulesContent The hash of the rules as they are now.
 */
export function makeReviewsOfRulesLabelsCohorts(
  { reviews, cohorts, products }: Evidence,
  rulesContent: string,
): Reviews {
  const statedReview = (
    { content, cohort, labels, ...review }: ReviewEntry,
    now: string,
  ): ApiReview => ({
    ...review,
    isCurrent: content === now,
  });
  const ofRules = reviews.find(({ cohort, labels }) => cohort === null && !labels);
  const ofLabels = reviews.find(({ labels }) => labels);
  return {
    labels: ofLabels ? statedReview(ofLabels, hashLabels(products)) : null,
    rules: ofRules ? statedReview(ofRules, rulesContent) : null,
    cohorts: Object.fromEntries(
      cohorts.flatMap((cohort) => {
        const cohortReview = reviews.find((review) => review.cohort === cohort.id);
        return cohortReview ? [[cohort.id, statedReview(cohortReview, hashCohort(cohort))]] : [];
      }),
    ),
  };
}
