/** Computes the version of the data, which every answer carries next to the answer version. */
import { createHash } from "node:crypto";
import type { Evidence } from "../evidence.ts";
import { unsignedNotice } from "../review-notice.ts";

/**
 * Returns the version as `<date of the data>-<first 8 hex digits of the hash of its content>`. The hash leaves out
 * history and reviews, which name a version, the documents that are still to be opened, and the searches: none of these
 * changes a number.
 */
export function computeDataVersion({
  changes,
  reviews,
  documents,
  searches,
  ...evidence
}: Evidence): string {
  // A signature changes the notice of the review, and no data.
  const review = { ...evidence.review, status: "not-reviewed", statement: unsignedNotice };
  const data = JSON.stringify({ ...evidence, review });
  const content = createHash("sha256").update(data).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
