/** Reads the part of `/healthz` about data that were withdrawn because they held a wrong number. */
import type { Recall } from "#data/recall.ts";
import { hasFields } from "../has.ts";

export type Recalled = Pick<Recall, "recalledDataVersions" | "recallReason">;

export function isRecallResponse(body: unknown): body is Recalled {
  return (
    hasFields(body, "recalledDataVersions", "recallReason") &&
    Array.isArray(body.recalledDataVersions) &&
    body.recalledDataVersions.every((version) => typeof version === "string") &&
    (body.recallReason === null || typeof body.recallReason === "string")
  );
}

/** @param version of an answer or of data; that of an answer begins with that of its data */
export function isVersionRecalledBy({ recalledDataVersions }: Recalled, version: string): boolean {
  return recalledDataVersions.some((prefix) => `${version}-`.startsWith(`${prefix}-`));
}
