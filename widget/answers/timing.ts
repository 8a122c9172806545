/** How soon and how long, as the cohorts printed it: `/v1/timing`. */
import type { TimingLine } from "#core/evidence/timing.ts";
import type { SaidTiming } from "#presentation/screen/said-timing.ts";
import { has, request } from "./request.ts";

export interface PrintedTiming {
  timing: readonly (TimingLine & SaidTiming)[];
}

/** Requests are kept, and not aborted when a row is closed. */
const known = new Map<string, Promise<PrintedTiming>>();

/** @param row Id of the outcome whose row was opened. */
export function printedTiming(row: string, apiBase: string): Promise<PrintedTiming> {
  const url = `${apiBase}/v1/timing?row=${row}`;
  const asked = known.get(url) ?? request(url, isTiming, new AbortController().signal);
  known.set(url, asked);
  asked.catch(() => known.delete(url));
  return asked;
}

const isTiming = (body: unknown): body is PrintedTiming =>
  has(body, "timing") && Array.isArray(body.timing);
