/** The version of the data, stamped on every answer beside that of the code with them. */
import { createHash } from "node:crypto";
import type { Evidence } from "../evidence.ts";

/** `<date of the data>-<8 hex digits of its content>`. */
export function dataVersionOf(evidence: Evidence): string {
  const content = createHash("sha256").update(JSON.stringify(evidence)).update("\0");
  return `${evidence.review.dataDate}-${content.digest("hex").slice(0, 8)}`;
}
