/** What a review was of: a short hash, which changes with what was reviewed. */
import { createHash } from "node:crypto";
import type { Cohort } from "./schema.ts";

/** Of what the file says, not of how it is written. */
export function cohortContent(cohort: Cohort): string {
  return contentHash(JSON.stringify(cohort));
}

export function contentHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
