/** Computes the version of the data, which every answer carries next to the answer version. */
import { createHash } from "node:crypto";
import type { Evidence } from "../evidence.ts";
import { unsignedNotice } from "../review-content.ts";

/**
 * Format: `<date of the data>-<first 8 hex digits of the hash of its content>`. Without their
 * history and reviews, which name a version, without what a health record is recognised by, which
 * documents are still to be opened and how was searched and screened: none of these changes a number.
 */
export function dataVersionOf({
  changes,
  recognition,
  reviews,
  documents,
  search,
  screening,
  ...evidence
}: Evidence): string {
  // A signature changes the notice of the review, and no data.
  const review = { ...evidence.review, status: "not-reviewed", statement: unsignedNotice };
  const data = JSON.stringify({ ...evidence, review });
  const content = createHash("sha256").update(data).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
