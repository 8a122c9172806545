/**
 * Which data were withdrawn, because they held a wrong number. Asked of the installation that this
 * script came from: what a page, a cache or a device keeps cannot know it.
 */
import { isRecall, isRecalledBy, type Recalled } from "./recalled.ts";

/** Beside the folder of the scripts. A variable, so that the bundler leaves it alone. */
const health = "../healthz";
const longestWaitMilliseconds = 3000;

let known: Recalled = { recalledDataVersions: [], recallReason: null };

/** Asks. If nobody answers, what was known before stays; no answer is kept on the way. */
export async function askRecall(): Promise<Recalled> {
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

/** @param version of an answer or of data */
export const isRecalled = (version: string): boolean => isRecalledBy(known, version);
