/** Loads the answer to the present question; keeps the old one on screen while the new one is on the way. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { Patient } from "#core/question/patient.ts";
import {
  type CompareView,
  compareView,
  firstRowView,
  type RowView,
} from "#presentation/view/compare-view.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import type { ScreenWords } from "#presentation/words/contract/screen.ts";
import { type Failure, failureOf } from "./client.ts";
import { loadLocal, withWaysOut } from "./local-source.ts";
import type { Answer, AnswerSource } from "./source.ts";

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
  /** How it was computed, where that was on this device. */
  onDevice?: Answer["onDevice"];
}

/** A row of the new answer, before the rest of it. */
export interface FreshRow {
  view: RowView;
  row: OutcomeComparison;
}

interface Props {
  query: string;
  source: AnswerSource;
  /** Known to this browser only: no source is told. */
  patient: Patient | undefined;
  initial: Loaded | null;
  /** Whether the trials and their sources are needed, beyond what the page brought along or what is computed here. */
  needsAll: boolean;
  /** The outcomes whose rows can be seen now. */
  visible: () => readonly string[];
  strings: ScreenWords;
  onResult: (comparison: Comparison) => void;
  onError: (failure: Failure) => void;
}

interface Asked {
  query: string;
  patient: Patient | undefined;
}

export interface Loading {
  loaded: Loaded | null;
  /** What has come of the answer on its way. */
  fresh: readonly FreshRow[];
  /** The answer on screen is not the one asked for. */
  pending: boolean;
  slow: boolean;
  failure: Failure | null;
  retry: () => void;
}

const nothingFresh: readonly FreshRow[] = [];

export function useComparison(props: Props): Loading {
  const { query, source, patient, initial, needsAll, visible } = props;
  const { strings, onResult, onError } = props;
  const { language } = strings;
  const [loaded, setLoaded] = useState(initial);
  const [fresh, setFresh] = useState(nothingFresh);
  const [failed, setFailed] = useState<(Asked & { failure: Failure }) | null>(null);
  const [slow, setSlow] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isAsked = loaded?.asked === query && loaded.patient === patient;
  const answered = isAsked && (loaded.comparison !== null || !needsAll);
  const uncited = answered && needsAll && loaded.onDevice != null;

  // Looked at before anything is drawn anew, when it costs no layout.
  const first = useMemo(visible, [query, patient]);

  // Before the next frame: an answer that is computed here begins with its first row in it.
  // `attempt` has no part in the answer: counting it up is how a retry asks again.
  useLayoutEffect(() => {
    if (answered && !uncited) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    const settle = () => {
      clearTimeout(timer);
      setSlow(false);
      setFresh(nothingFresh);
    };
    setFailed(null);
    const { answerVersion = null, stated = null } = loaded?.view ?? {};
    const onRow = (one: FirstRow) => {
      const view = firstRowView(one, stated, strings);
      setFresh((rows) => [...rows, { view, row: one.row }]);
    };
    const asked = async (): Promise<Answer> => {
      const cited = uncited && (await source.cited(query, signal));
      if (!patient)
        return (
          cited ||
          source.answer(query, signal, {
            answerVersion,
            first,
            onRow,
            language,
          })
        );
      // Computed here by nature. Its sources are those of the question, which is all that is asked for.
      const { answerForPatient, withSourcesOf } = await loadLocal();
      if (cited && loaded?.comparison) {
        return { comparison: withSourcesOf(cited.comparison, loaded.comparison), onDevice: null };
      }
      return {
        comparison: await answerForPatient(query, patient, language),
        onDevice: { cutOff: false },
      };
    };
    asked()
      .then((one) => withWaysOut(one, strings.language))
      .then(({ comparison, onDevice }) => {
        // A kept answer may arrive although the question has moved on.
        if (signal.aborted) return;
        const view = compareView(comparison, strings);
        setLoaded({ asked: query, patient, view, comparison, onDevice });
        // With its sources it is the same answer, unless a newer version brings other numbers.
        const isNews = !uncited || comparison.answerVersion !== answerVersion;
        // An answer about a patient is between the reader and this browser: a host is not told.
        if (isNews && patient === undefined) onResult(comparison);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const reason = failureOf(error);
        setFailed({ query, patient, failure: reason });
        if (uncited) return;
        // What the page came with needs no connection.
        if (initial?.asked === query && patient === undefined) setLoaded(initial);
        onError(reason);
      })
      .finally(() => signal.aborted || settle());
    return () => {
      controller.abort();
      settle();
    };
  }, [query, patient, answered, uncited, source, initial, strings, attempt]);

  // Once there is an answer, the means to compute the next one here, while nothing else is to be done.
  const isLoaded = loaded !== null;
  useEffect(() => {
    if (loaded === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const prepare = async () => {
      const { prepareEngine } = await loadLocal();
      const answer = await prepareEngine(loaded.asked, loaded.view.answerVersion, language, signal);
      if (!answer || loaded.comparison) return;
      const view = compareView(answer.comparison, strings);
      // What the page brought along is the view alone; here is the answer behind it.
      setLoaded((now) => (now === loaded ? { ...now, view, ...answer } : now));
    };
    // Without it the edge answers, as before.
    prepare().catch(() => undefined);
    return () => controller.abort();
  }, [isLoaded]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // What went wrong with another question, or before the answer came after all, is no longer news.
  const isFailed = failed?.query === query && failed.patient === patient;
  const failure = (!answered || uncited) && isFailed ? failed.failure : null;
  return { loaded, fresh, pending: !isAsked, slow, failure, retry };
}
