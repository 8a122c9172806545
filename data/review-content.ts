/** Identifies reviewed content by a short hash, which changes with it; and makes the notice that follows. */
import { createHash } from "node:crypto";
import { restNotice, unsignedNotice } from "./review-notice.ts";
import type { Cohort, Product, ReviewEntry } from "./schema.ts";

/** Returns a hash of the content of a cohort's file, which formatting does not change. */
export function hashCohort(cohort: Cohort): string {
  return hashContent(JSON.stringify(cohort));
}

/** Returns a hash of the indications of all products, from which the table of labels follows. */
export function hashLabels(products: readonly Pick<Product, "slug" | "approvals">[]): string {
  return hashContent(JSON.stringify(products.map(({ slug, approvals }) => [slug, approvals])));
}

/** Returns the first 16 hexadecimal digits of the SHA-256 hash of a text. */
export function hashContent(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Returns whether somebody has reviewed a cohort as it is now. */
export function isCohortReviewedAsItIs(
  cohort: Cohort,
  reviews: readonly Pick<ReviewEntry, "cohort" | "content">[],
): boolean {
  const content = hashCohort(cohort);
  return reviews.some((review) => review.cohort === cohort.id && review.content === content);
}

interface Reviewed {
  readonly cohorts: readonly Cohort[];
  readonly products: readonly Product[];
  readonly reviews: readonly ReviewEntry[];
}

/**
 * Returns the notice that every answer carries. Parts that were signed and have not changed since are left out of
 * it, and nothing else: a signature for one group of patients says nothing about the next. It says "main figures",
 * because the page that is signed has those of the first screen and of the randomised trials.
 */
export function describeReviewState({ cohorts, products, reviews }: Reviewed): string {
  const signed = cohorts.filter((cohort) => isCohortReviewedAsItIs(cohort, reviews));
  const labels = reviews.some((review) => review.labels && review.content === hashLabels(products));
  if (signed.length === 0 && !labels) return unsignedNotice;
  const roles = [...new Set(reviews.map(({ role }) => role))].sort().join(", ");
  const groups =
    signed.length > 0 && `main figures of ${signed.length} of ${cohorts.length} groups of patients`;
  const what = [groups, labels && "the labels"].filter(Boolean).join(" and ");
  const by = `Reviewed (${roles}): ${what}.`;
  return signed.length === cohorts.length && labels ? by : `${by} ${restNotice}`;
}
