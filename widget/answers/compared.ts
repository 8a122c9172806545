/** Studies of others that set treatments against each other: `/v1/comparisons`. */
import type { ComparisonTable } from "#core/evidence/adjusted-comparisons.ts";
import { has, request } from "./request.ts";

/** With the names of the outcomes they report. */
export interface ComparedStudies {
  comparisons: readonly ComparisonTable[];
  outcomes: Readonly<Record<string, string>>;
}

/** Requests are kept, and not aborted when a row is closed. */
const known = new Map<string, Promise<ComparedStudies>>();

/** @param of Which studies: `row=orr`, `contrast=between`. */
export function comparedStudies(of: string, apiBase: string): Promise<ComparedStudies> {
  const url = `${apiBase}/v1/comparisons?${of}`;
  const asked = known.get(url) ?? request(url, isCompared, new AbortController().signal);
  known.set(url, asked);
  asked.catch(() => known.delete(url));
  return asked;
}

const isCompared = (body: unknown): body is ComparedStudies =>
  has(body, "comparisons", "outcomes") && Array.isArray(body.comparisons);
