/**
 * Loads the answer to the current question. The old answer stays on screen until the new one is
 * here.
 */

import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { FirstRow, RowStatement } from "#presentation/statement/row.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { sparesData } from "../page/spares-data.ts";
import { surroundings } from "../page/surroundings.ts";
import { whenOnline } from "../page/when-online.ts";
import { type Failure, failureOf } from "./client.ts";
import { loadRest } from "./load-rest.ts";
import { loadLater } from "./local-source.ts";
import type { Answer, AnswerSource } from "./source.ts";
import type { ViewMaker } from "./view-maker.ts";

/** After this delay a reader would wonder whether the tap was noticed. */
const slowAfterMilliseconds = 700;

export interface Loaded {
  /** The question as requested, which may be longer than its canonical form. */
  asked: string;
  view: Statement;
  /** `null` for a view that was embedded in the page; loaded when a row or a sheet is opened. */
  comparison: Comparison | null;
  /** The patient that the answer is for, if the reader entered one. */
  patient?: OwnPatient | undefined;
  /** Set if the answer was computed on this device. */
  onDevice?: Answer["onDevice"];
}

/** A row of the new answer that was computed before the rest. */
export interface FreshRow {
  view: RowStatement;
  row: OutcomeComparison;
}

interface Props {
  query: string;
  source: AnswerSource;
  /** Stays in this browser and is never sent to a source. */
  patient: OwnPatient | undefined;
  initial: Loaded | null;
  /**
   * Whether the trials and their sources are needed. The embedded view has no trials, and an answer
   * computed on this device has no sources.
   */
  needsAll: boolean;
  /** The outcomes whose rows are visible now. */
  visible: () => readonly string[];
  strings: DrawnWords;
  onResult: (comparison: Comparison) => void;
  onError: (failure: Failure) => void;
}

interface Asked {
  query: string;
  patient: OwnPatient | undefined;
}

export interface Loading {
  loaded: Loaded | null;
  /** The rows of the new answer that are computed already. */
  fresh: readonly FreshRow[];
  /** The answer on screen is not for the current question. */
  pending: boolean;
  slow: boolean;
  failure: Failure | null;
  retry: () => void;
}

const nothingFresh: readonly FreshRow[] = [];

export function useComparison(props: Props): Loading {
  const { query, source, patient, initial, needsAll, visible } = props;
  const { strings, onResult, onError } = props;
  const [loaded, setLoaded] = useState(initial);
  const [fresh, setFresh] = useState(nothingFresh);
  const [failed, setFailed] = useState<(Asked & { failure: Failure }) | null>(null);
  const [slow, setSlow] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isAsked = loaded?.asked === query && loaded.patient === patient;
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const answered = isAsked && (loaded.comparison !== null || !needsAll);
  // The sources are not asked for: which question holds the patient stays here, too.
  const uncited = answered && needsAll && loaded.onDevice != null && !patient;

  // Measured before anything is redrawn, when it does not force a layout.
  const first = useMemo(visible, [query, patient]);

  // A layout effect, so that the first row of an answer that is computed here can be in the next
  // frame. `attempt` is not used inside; incrementing it runs the effect again, for a retry: when the
  // reader asks for it, and when the network is back, which a request on its way may never notice.
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
    const end = whenOnline(retry);
    const { answerVersion = null, stated = null } = loaded?.view ?? {};
    // At the same time as the answer, unless it is there already.
    const maker = surroundings.viewMaker();
    const onRow = (one: FirstRow) => {
      const draw = ({ row }: ViewMaker) => {
        const fresh = { view: row(one, stated, strings), row: one.row };
        if (!signal.aborted) setFresh((rows) => [...rows, fresh]);
      };
      // Without the part the whole answer fails, too, and says so.
      maker.then(draw, () => undefined);
    };
    const asked = async (): Promise<Answer> => {
      const cited = uncited && (await source.cited(query, signal));
      if (!patient) return cited || source.answer(query, signal, { answerVersion, first, onRow });
      // Always computed on this device.
      const { answerForPatient, isUnreached } = await loadRest();
      return {
        comparison: await answerForPatient(query, patient),
        onDevice: { cutOff: isUnreached() },
      };
    };
    Promise.all([asked(), maker])
      .then(async ([{ comparison, onDevice }, { view: viewOf }]) => {
        const view = viewOf(comparison, strings);
        if (view.later) await loadLater();
        // A cached answer may arrive after the question has changed.
        if (signal.aborted) return;
        setLoaded({ asked: query, patient, view, comparison, onDevice });
        // An answer that only gets its sources is not new, unless a newer version has changed its
        // numbers.
        const isNews = !uncited || comparison.answerVersion !== answerVersion;
        // An answer about a patient stays in this browser, so the host gets no event.
        if (isNews && patient === undefined) onResult(comparison);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const reason = failureOf(error);
        setFailed({ query, patient, failure: reason });
        if (uncited) return;
        // The view that the page came with needs no connection.
        if (initial?.asked === query && patient === undefined) setLoaded(initial);
        onError(reason);
      })
      .finally(() => signal.aborted || settle());
    return () => {
      end();
      controller.abort();
      settle();
    };
  }, [query, patient, answered, uncited, source, initial, strings, attempt]);

  // After the first answer, prepare the engine for the next one while the browser is idle.
  const isLoaded = loaded !== null;
  useEffect(() => {
    if (loaded === null || sparesData()) return;
    const controller = new AbortController();
    const { signal } = controller;
    const prepare = async () => {
      const [{ prepareEngine }, maker] = await Promise.all([loadRest(), surroundings.viewMaker()]);
      const answer = await prepareEngine(loaded.asked, loaded.view.answerVersion, signal);
      if (!answer || loaded.comparison) return;
      const view = maker.view(answer.comparison, strings);
      // The page contained only the view; this adds the answer that belongs to it.
      setLoaded((now) => (now === loaded ? { ...now, view, ...answer } : now));
    };
    // Without the engine the edge answers, as before.
    prepare().catch(() => undefined);
    return () => controller.abort();
  }, [isLoaded]);

  // A failure of another question, or one before the answer did arrive, is no longer shown.
  const isFailed = failed?.query === query && failed.patient === patient;
  const failure = (!answered || uncited) && isFailed ? failed.failure : null;
  return { loaded, fresh, pending: !isAsked, slow, failure, retry };
}
