/** Loads a value while it is needed. The value is kept until its key changes. Includes a retry. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { whenOnline } from "../page/when-online.ts";
import { type Failure, failureOf } from "./client.ts";

export interface LoadedPart<T> {
  value: T | null;
  failure: Failure | null;
  retry: () => void;
}

/** @param key Identifies the value, whose `load` is always the same function. */
export function useLoaded<K extends string, T>(
  key: K,
  load: (key: K, signal: AbortSignal) => Promise<T>,
): LoadedPart<T> {
  const [loaded, setLoaded] = useState<{ key: K; value: T } | null>(null);
  const [failed, setFailed] = useState<{ key: K; failure: Failure } | null>(null);
  const [attempt, setAttempt] = useState(0);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // `attempt` is not used inside; incrementing it runs the effect again, for a retry: when the reader
  // asks for it, and when the network is back.
  useEffect(() => {
    const controller = new AbortController();
    setFailed(null);
    const end = whenOnline(retry);
    load(key, controller.signal)
      .then((value) => {
        if (!controller.signal.aborted) setLoaded({ key, value });
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        setFailed({ key, failure: failureOf(error) });
      });
    return () => {
      end();
      controller.abort();
    };
  }, [key, load, attempt]);

  const value = loaded?.key === key ? loaded.value : null;
  return { value, failure: failed?.key === key ? failed.failure : null, retry };
}
