/** Looks whether what is on screen was withdrawn, as long as it is there. */
import { askRecall, isRecalled } from "./recall.ts";

/** A page may stay open for days. */
const everyMilliseconds = 3_600_000;

/**
 * Looks now, whenever the network or the reader is back, and each hour, whether what is on screen was
 * withdrawn.
 *
 * @returns A function that ends it.
 */
export function watchRecall(
  answerVersion: string,
  withdraw: (reason: string | null) => void,
): () => void {
  let asked = 0;
  let ended = false;
  const look = async (event?: Event) => {
    asked = performance.now();
    const { recallReason } = await askRecall(event !== undefined);
    if (!ended && isRecalled(answerVersion)) withdraw(recallReason);
  };
  const seen = () => {
    const isDue = performance.now() - asked > everyMilliseconds;
    if (document.visibilityState === "visible" && isDue) look();
  };
  look();
  const timer = setInterval(() => look(), everyMilliseconds);
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
