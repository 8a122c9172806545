/** Withdrawn data, asked of the installation: what a page or a device keeps cannot know it. */
import { ownOnly } from "#core/own-only.ts";
import { surroundings } from "../page/surroundings.ts";
import { discreet } from "./discreet.ts";
import { isRecall, isRecalledBy, type Recalled } from "./recalled.ts";

/** Beside the folder of the scripts. A variable, so that the bundler leaves it alone. */
const health = "../healthz";
const longestWaitMilliseconds = 3000;
const momentMilliseconds = 1000;

let isReached = true;
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
    const response = await fetch(
      new URL(health, import.meta.url),
      ownOnly({ ...discreet, signal, cache: "no-store" }),
    );
    const body: unknown = await response.json();
    isReached = isRecall(body);
    if (isRecall(body)) known = body;
  } catch {
    isReached = false;
    // Without a connection nothing is known of withdrawn data, but their age is.
  }
  return known;
}

/** Whether nobody answered when it was asked last: what is shown now, nobody confirms. A copy has no service to reach. */
export const isUnreached = (): boolean =>
  !surroundings?.engine && (navigator.onLine === false || !isReached);

/** @param version of an answer or of data */
export const isRecalled = (version: string): boolean => isRecalledBy(known, version);
