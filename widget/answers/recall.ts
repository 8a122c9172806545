/**
 * Which data were withdrawn, because they held a wrong number. Asked of the installation that this
 * script came from: what a page, a cache or a device keeps cannot know it.
 */
import type { Recall } from "#data/recall.ts";
import { has } from "./request.ts";

/** Beside the folder of the scripts. A variable, so that the bundler leaves it alone. */
const health = "../healthz";
const longestWaitMilliseconds = 3000;

type Known = Pick<Recall, "recalledDataVersions" | "recallReason">;

let known: Known = { recalledDataVersions: [], recallReason: null };

/** What is known now, without asking. */
export const knownRecall = (): Known => known;

/** Asks. If nobody answers, what was known before stays; no answer is kept on the way. */
export async function askRecall(): Promise<Known> {
  try {
    const signal = AbortSignal.timeout(longestWaitMilliseconds);
    const response = await fetch(new URL(health, import.meta.url), { signal, cache: "no-store" });
    const body: unknown = await response.json();
    if (isRecall(body)) known = body;
  } catch {
    // Without a connection nothing is known of withdrawn data, but their age is.
  }
  return known;
}

/** @param version of an answer or of data; that of an answer begins with that of its data */
export function isRecalled(version: string): boolean {
  return known.recalledDataVersions.some((one) => `${version}-`.startsWith(`${one}-`));
}

function isRecall(body: unknown): body is Known {
  return (
    has(body, "recalledDataVersions", "recallReason") &&
    Array.isArray(body.recalledDataVersions) &&
    body.recalledDataVersions.every((one) => typeof one === "string") &&
    (body.recallReason === null || typeof body.recallReason === "string")
  );
}
