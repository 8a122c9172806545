/** Loads the answer to the present question; keeps the old one on screen while the new one is on the way. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Comparison } from "../functions/comparison/answer.ts";
import type { Patient } from "../functions/evidence/patient-fit.ts";
import { type Failure, SourceError } from "./client.ts";
import { answerForPatient } from "./patient-answer.ts";
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
  /** Whom the answer is about, where somebody was told of. */
  patient?: Patient | undefined;
}

interface Props {
  query: string;
  source: AnswerSource;
  /** Known to this browser only: no source is told. */
  patient: Patient | undefined;
  initial: Loaded | null;
  /** Whether the trials are needed, beyond what the page brought along. */
  needsAll: boolean;
  strings: Strings;
  onResult: (comparison: Comparison) => void;
  onError: (failure: Failure) => void;
}

interface Asked {
  query: string;
  patient: Patient | undefined;
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
  const { query, source, patient, initial, needsAll, strings, onResult, onError } = props;
  const [loaded, setLoaded] = useState(initial);
  const [failed, setFailed] = useState<(Asked & { failure: Failure }) | null>(null);
  const [slow, setSlow] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isAsked = loaded?.asked === query && loaded.patient === patient;
  const answered = isAsked && (loaded.comparison !== null || !needsAll);

  // `attempt` has no part in the answer: counting it up is how a retry asks again.
  useEffect(() => {
    if (answered) return;
    const controller = new AbortController();
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    setFailed(null);
    const answer = patient
      ? answerForPatient(query, patient)
      : source.answer(query, controller.signal);
    answer
      .then((comparison) => {
        // A kept answer may arrive although the question has moved on.
        if (controller.signal.aborted) return;
        setLoaded({ asked: query, patient, view: compareView(comparison, strings), comparison });
        // An answer about a patient is between the reader and this browser: a host is not told.
        if (patient === undefined) onResult(comparison);
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const reason: Failure = error instanceof SourceError ? error.failure : { kind: "failed" };
        setFailed({ query, patient, failure: reason });
        // What the page came with needs no connection.
        if (initial?.asked === query && patient === undefined) setLoaded(initial);
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
  }, [query, patient, answered, source, initial, strings, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // What went wrong with another question, or before the answer came after all, is no longer news.
  const isFailed = failed?.query === query && failed.patient === patient;
  const failure = !answered && isFailed ? failed.failure : null;
  return { loaded, pending: !isAsked, slow, failure, retry };
}
