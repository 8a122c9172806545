/** Loads the answer to the present question; keeps the old one on screen while the new one is on the way. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Comparison } from "../functions/comparison/answer.ts";
import { type Failure, SourceError } from "./client.ts";
import type { AnswerSource } from "./source.ts";
import type { Strings } from "./strings/en.ts";
import { type CompareView, compareView } from "./views/compare-view.ts";

/** An answer is slow when a reader would wonder whether the tap was heard. */
const slowAfterMilliseconds = 700;

export interface Loaded {
  /** The question as it was asked, which may be longer than its canonical form. */
  asked: string;
  view: CompareView;
  /** `null` for a view that came inside the page; fetched when a row or a sheet is opened. */
  comparison: Comparison | null;
}

interface Props {
  query: string;
  source: AnswerSource;
  initial: Loaded | null;
  /** Whether the trials and choices are needed, beyond what the page brought along. */
  needsAll: boolean;
  strings: Strings;
  onResult: (comparison: Comparison) => void;
  onError: (failure: Failure) => void;
}

export interface Loading {
  loaded: Loaded | null;
  /** The answer on screen is not the one asked for. */
  pending: boolean;
  slow: boolean;
  failure: Failure | null;
  retry: () => void;
}

export function useComparison(props: Props): Loading {
  const { query, source, initial, needsAll, strings, onResult, onError } = props;
  const [loaded, setLoaded] = useState(initial);
  const [failed, setFailed] = useState<{ query: string; failure: Failure } | null>(null);
  const [slow, setSlow] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const answered = loaded?.asked === query && (loaded.comparison !== null || !needsAll);

  // `attempt` has no part in the answer: counting it up is how a retry asks again.
  useEffect(() => {
    if (answered) return;
    const controller = new AbortController();
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    setFailed(null);
    source
      .answer(query, controller.signal)
      .then((comparison) => {
        // A kept answer may arrive although the question has moved on.
        if (controller.signal.aborted) return;
        setLoaded({ asked: query, view: compareView(comparison, strings), comparison });
        onResult(comparison);
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const reason: Failure = error instanceof SourceError ? error.failure : { kind: "failed" };
        setFailed({ query, failure: reason });
        onError(reason);
      })
      .finally(() => {
        clearTimeout(timer);
        if (!controller.signal.aborted) setSlow(false);
      });
    return () => {
      controller.abort();
      clearTimeout(timer);
      setSlow(false);
    };
  }, [query, answered, source, strings, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // What went wrong with another question, or before the answer came after all, is no longer news.
  const failure = !answered && failed?.query === query ? failed.failure : null;
  return { loaded, pending: loaded?.asked !== query, slow, failure, retry };
}
