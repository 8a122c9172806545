/** Withdrawn data, asked of the installation: what a page or a device keeps cannot know it. */
import { discreet } from "../ask.ts";
import { surroundings } from "./environment.ts";
import { isRecall, isRecalledBy, type Recalled } from "./recall-response.ts";

const longestWaitMilliseconds = 3000;
const momentMilliseconds = 1000;

let known: Recalled = { recalledDataVersions: [], recallReason: null };

let asked = Number.NEGATIVE_INFINITY;
let answer: Promise<Recalled> = Promise.resolve(known);

/**
 * Asks, unless it was asked a moment ago. By a clock that nobody sets, because that of the device may
 * be wrong.
 *
 * @param anew whether to ask in any case, because something has happened since
 */
export function askRecall(anew = false): Promise<Recalled> {
  if (anew || performance.now() - asked > momentMilliseconds) {
    asked = performance.now();
    answer = ask();
  }
  return answer;
}

/** If nobody answers, what was known before stays; no answer is kept on the way. */
async function ask(): Promise<Recalled> {
  try {
    const signal = AbortSignal.timeout(longestWaitMilliseconds);
    const asked = { ...discreet, signal, cache: "no-store" } as const;
    const response = await surroundings.fetch(`${surroundings.site}/healthz`, asked);
    const body: unknown = await response.json();
    if (isRecall(body)) known = body;
  } catch {
    // Without a connection nothing is known of withdrawn data, but their age is.
  }
  return known;
}

/** @param version of an answer or of data */
export const isRecalled = (version: string): boolean => isRecalledBy(known, version);
