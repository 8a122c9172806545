/**
 * Looks whether the numbers on screen were withdrawn, as long as they are there. Only the installation knows it,
 * because what a page or a device stores may be older.
 */

import { isRecallResponse, isVersionRecalledBy, type Recalled } from "#data/recall.ts";
import { discreet } from "../ask.ts";
import { surroundings } from "./environment.ts";

const recallMilliseconds = 3000;
const recentMilliseconds = 1000;

let lastRecall: Recalled = { recalledDataVersions: [], recallReason: null };

let lastRequest = Number.NEGATIVE_INFINITY;
let lastResponse: Promise<Recalled> = Promise.resolve(lastRecall);

/**
 * Returns what the installation answers, or what it answered a moment ago. The time is that of a clock that nobody
 * sets, because the clock of the device may be wrong.
 *
 * @param isAnew True asks in any case, because something has happened since.
 */
function askRecallUnlessJustAsked(isAnew = false): Promise<Recalled> {
  if (isAnew || performance.now() - lastRequest > recentMilliseconds) {
    lastRequest = performance.now();
    lastResponse = fetchRecall();
  }
  return lastResponse;
}

/**
 * Asks the installation, past all caches, and returns which data were withdrawn; if nobody answers, what was last
 * known.
 */
async function fetchRecall(): Promise<Recalled> {
  try {
    const signal = AbortSignal.timeout(recallMilliseconds);
    const options = { ...discreet, signal, cache: "no-store" } as const;
    const response = await fetch(`${surroundings.site}/healthz`, options);
    const body: unknown = await response.json();
    if (isRecallResponse(body)) lastRecall = body;
  } catch {
    // Nothing is known of withdrawn data without a connection, but the age of the data is.
  }
  return lastRecall;
}

/** The look is repeated, because a page may stay open for days. */
const lookEveryMilliseconds = 3_600_000;

/**
 * Looks now, whenever the network or the reader is back, and each hour, whether what is on screen was
 * withdrawn.
 *
 * @returns A function that ends it.
 */
export function watchForWithdrawal(
  answerVersion: string,
  withdraw: (reason: string | null) => void,
): () => void {
  let lastLook = 0;
  let ended = false;
  const look = async (event?: Event) => {
    lastLook = performance.now();
    const recall = await askRecallUnlessJustAsked(event !== undefined);
    if (!ended && isVersionRecalledBy(recall, answerVersion)) withdraw(recall.recallReason);
  };
  const seen = () => {
    const isDue = performance.now() - lastLook > lookEveryMilliseconds;
    if (document.visibilityState === "visible" && isDue) look();
  };
  look();
  const timer = setInterval(() => look(), lookEveryMilliseconds);
  addEventListener("online", look);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", seen);
  return () => {
    ended = true;
    clearInterval(timer);
    removeEventListener("online", look);
    removeEventListener("pageshow", look);
    document.removeEventListener("visibilitychange", seen);
  };
}
