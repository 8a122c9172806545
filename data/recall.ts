/**
 * Tells which data were withdrawn because they held a wrong number: all that were released before the oldest data
 * that may still be shown. Versions of one date have no order of their own, so they are
 * named.
 */

import { hasFields } from "./lists-and-objects.ts";
import type { Changes } from "./schema.ts";

/** Matches a version of the data: their date, and eight digits of the hash of their content. */
export const versionForm = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/;

export interface Recall {
  /** `minimumDataVersion` is the oldest version of the data that may still be shown. */
  minimumDataVersion: string;
  /** `recalledDataVersions` lists the versions before `minimumDataVersion`, newest first. */
  recalledDataVersions: readonly string[];
  /** `recallReason` states what was wrong in the recalled versions; `null` if no version was withdrawn. */
  recallReason: string | null;
}

export function makeDataRecall({ releases, minimumDataVersion }: Changes): Recall {
  const at = releases.findIndex(({ version }) => version === minimumDataVersion);
  return {
    minimumDataVersion,
    recalledDataVersions: at < 0 ? [] : releases.slice(at + 1).map(({ version }) => version),
    recallReason: releases[at]?.corrects ?? null,
  };
}

// Reads the part of `/healthz` about data that were withdrawn because they held a wrong number.

export type Recalled = Pick<Recall, "recalledDataVersions" | "recallReason">;

export function isRecallResponse(body: unknown): body is Recalled {
  return (
    hasFields(body, "recalledDataVersions", "recallReason") &&
    Array.isArray(body.recalledDataVersions) &&
    body.recalledDataVersions.every((version) => typeof version === "string") &&
    (body.recallReason === null || typeof body.recallReason === "string")
  );
}

/**
 * Returns whether the data of a version were withdrawn.
 *
 * @param version of an answer or of data; that of an answer begins with that of its data
 */
export function isVersionRecalledBy({ recalledDataVersions }: Recalled, version: string): boolean {
  return recalledDataVersions.some((prefix) => `${version}-`.startsWith(`${prefix}-`));
}
