/** The version of the data. Every answer carries it, next to the answer version. */
import { createHash } from "node:crypto";
import type { Evidence } from "../evidence.ts";

/**
 * Format: `<date of the data>-<first 8 hex digits of the hash of its content>`. Without their
 * history and reviews, which name a version, without what a health record is recognised by, which
 * documents are still to be opened and how was searched: none of these changes a number.
 */
export function dataVersionOf({
  changes,
  recognition,
  reviews,
  documents,
  search,
  ...evidence
}: Evidence): string {
  const content = createHash("sha256").update(JSON.stringify(evidence)).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
