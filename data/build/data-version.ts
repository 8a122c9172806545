/** The version of the data. Every answer carries it, next to the answer version. */
import { createHash } from "node:crypto";
import type { Evidence } from "../evidence.ts";

/**
 * Format: `<date of the data>-<first 8 hex digits of the hash of its content>`. Without their
 * history and reviews, which name a version, and without what a health record is recognised by: all
 * three change no number.
 */
export function dataVersionOf({ changes, recognition, reviews, ...evidence }: Evidence): string {
  const content = createHash("sha256").update(JSON.stringify(evidence)).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
