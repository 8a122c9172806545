/** Loads a value while it is needed, and keeps it until its key changes. A retry loads it again. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Failure, readErrorFailure } from "./ask.ts";

export interface LoadedPart<T> {
  value: T | null;
  failure: Failure | null;
  retry: () => void;
}

/**
 * Returns the value, which is `null` until it is loaded; why it could not be loaded, else `null`; and a function that
 * loads it again.
 *
 * @param key Identifies the value: whatever `load` depends on is in it.
 */
export function useLoadedValueWithRetry<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): LoadedPart<T> {
  const [loaded, setLoaded] = useState<{ key: string; value: T } | null>(null);
  const [failed, setFailed] = useState<{ key: string; failure: Failure } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const newest = useRef(load);
  newest.current = load;

  const retry = () => setAttempt((count) => count + 1);

  // `attempt` is not used inside. Incrementing it runs the effect again, for a retry: when the reader asks for one, and
  // when the network is back.
  useEffect(() => {
    const controller = new AbortController();
    setFailed(null);
    const end = callWhenBackOnline(retry);
    newest
      .current(controller.signal)
      .then((value) => {
        if (!controller.signal.aborted) setLoaded({ key, value });
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        setFailed({ key, failure: readErrorFailure(error) });
      });
    return () => {
      end();
      controller.abort();
    };
  }, [key, attempt]);

  const value = loaded?.key === key ? loaded.value : null;
  // The loaded value stays if a new request brings nothing.
  const failure = value === null && failed?.key === key ? failed.failure : null;
  return { value, failure, retry };
}

/** Browsers announce a network before the first request gets through. */
const againAfterMilliseconds = 2000;

/** Calls whenever the network is back, and once more a moment later. Returns a function that ends it. */
export function callWhenBackOnline(call: () => void): () => void {
  const follow = () => {
    call();
    setTimeout(call, againAfterMilliseconds);
  };
  addEventListener("online", follow);
  return () => removeEventListener("online", follow);
}
